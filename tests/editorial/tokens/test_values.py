"""A token shows the current value of a record, in the language of the text."""

import pytest
from django.template import Context, Template
from django.utils.translation import override

from tests.editorial.tokens.rendered import shown
from tests.factories import make_fact

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", '<a class="figure-token" href="/en/figures/patients-total/">{}</a> patients'),
        ("fr", '<a class="figure-token" href="/fr/chiffres/patients-total/">{}</a> patients'),
    ],
)
def test_a_token_is_the_current_value_in_the_readers_language(language, expected):
    value = {"en": "more than 13\u00a0million", "fr": "plus de 13\u00a0millions"}[language]
    label = "[[figure:patients-total]] patients"
    fact = make_fact(label_fr=label, label_en=label)
    assert shown(fact, 'text:"label"', language) == expected.format(value)


def test_a_statistic_is_linked_to_its_line(statistic):
    fact = make_fact(label_en="[[stat:made-here]] children")
    url = f"/en/figures/indicators/{statistic.indicator.slug}/#made-here"
    assert shown(fact, 'text:"label"') == (
        f'<a class="figure-token" href="{url}">about 47,269</a> children'
    )


def test_a_version_can_be_named_for_a_sentence_kept_as_printed():
    fact = make_fact(label_en="[[figure:patients-total/p-5m-2019]] patients")
    html = shown(fact, 'text:"label"')
    assert 'href="/en/figures/patients-total/#p-5m-2019">5\u00a0million</a> patients' in html
    fact = make_fact(label_en="[[figure:patients-total/p-13m]]")
    assert 'href="/en/figures/patients-total/#p-13m"' in shown(fact, 'text:"label"')


def test_a_passage_in_the_other_language_has_its_numbers_in_that_language():
    fact = make_fact(label_fr="[[figure:patients-total]] de patients", label_en="")
    html = shown(fact, 'text:"label"', "en")
    assert "plus de 13\u00a0millions</a> de patients" in html
    assert 'href="/en/figures/patients-total/"' in html


def test_the_tag_shows_a_figure_in_a_template():
    with override("en"):
        html = Template('In {% figure "countries" %} countries').render(Context())
    assert html == 'In <a class="figure-token" href="/en/figures/countries/">14</a> countries'
