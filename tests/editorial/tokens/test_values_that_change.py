"""A token whose value changed is up to date at once, and without a public value it says so."""

import pytest
from django.test import Client

from alima_site.editorial.models import FigureVersion
from tests.editorial.tokens.rendered import shown
from tests.factories import make_fact

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("token", ["[[figure:no-such]]", "[[stat:no-such]]", "[[figur:countries]]"])
@pytest.mark.parametrize(("language", "words"), [("en", "not published"), ("fr", "non publié")])
def test_an_unknown_code_reads_not_published(token, language, words):
    fact = make_fact(label_fr=f"{token} pays", label_en=f"{token} pays")
    assert shown(fact, 'text:"label"', language) == f"{words} pays"


def test_a_figure_taken_off_the_site_reads_not_published(statistic):
    fact = make_fact(label_en="[[figure:countries]] and [[stat:made-here]]")
    FigureVersion.objects.filter(slug="c-14").update(state="archived")
    statistic.indicator.state = "draft"
    statistic.indicator.save()
    assert shown(fact, 'text:"label"') == "not published and not published"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("/en/model/", ">50%</a> of humanitarian needs", ">61%</a> of humanitarian needs"),
        ("/fr/modele/", ">50\u202f%</a> des besoins", ">61\u202f%</a> des besoins"),
    ],
)
def test_a_changed_value_is_on_the_page_at_once(path, before, after):
    assert before in Client().get(path).content.decode()
    needs = FigureVersion.objects.get(slug="need-50")
    needs.value = 61
    needs.save()
    assert after in Client().get(path).content.decode()
