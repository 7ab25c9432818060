"""A token shows the current value of a record, in the language of the text, or is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial import tokens
from alima_site.editorial.content_files import ContentError, Row
from alima_site.editorial.content_load import Run
from alima_site.editorial.models import Figure, FigureVersion
from partners.loaders import PrincipleLoader
from partners.models import PartnershipPrinciple
from programs.models import CountryProgramme
from tests.factories import (
    make_country,
    make_fact,
    make_figure,
    make_principle,
    make_project,
    make_source,
    make_statistic,
    make_version,
)
from tests.newsroom import address, opened

pytestmark = pytest.mark.django_db


def shown(record, how, language="en"):
    with override(language):
        return Template("{{ record|" + how + " }}").render(Context({"record": record}))


@pytest.fixture
def statistic():
    return make_statistic(slug="made-here", value=47269, qualifier="about")


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


def test_plain_text_around_a_token_is_escaped():
    fact = make_fact(label_en="a < b & [[figure:countries]] <script>")
    html = shown(fact, 'text:"label"')
    assert html.startswith("a &lt; b &amp; <a class=")
    assert html.endswith(">14</a> &lt;script&gt;")


def test_rich_text_keeps_its_tags_and_never_puts_a_link_into_a_link():
    inner = '<a href="https://x.org">in [[figure:countries]]</a>'
    country = make_country(story_en=f"<p><strong>[[figure:countries]]</strong> {inner}</p>")
    assert shown(country, 'rich:"story"') == (
        '<p><strong><a class="figure-token" href="/en/figures/countries/">14</a></strong> '
        '<a href="https://x.org">in 14</a></p>'
    )


def test_paragraphs_and_lists_show_tokens_too():
    principle = make_principle(text_en="One [[figure:countries]]\n\nTwo <b>")
    assert shown(principle, 'paragraphs:"text"').count('class="figure-token"') == 1
    country = make_project(places_en="[[figure:countries]] towns; Dakoro")
    assert shown(country, 'listed:"places"').endswith(">14</a> towns · Dakoro")


def test_a_passage_in_the_other_language_has_its_numbers_in_that_language():
    fact = make_fact(label_fr="[[figure:patients-total]] de patients", label_en="")
    html = shown(fact, 'text:"label"', "en")
    assert "plus de 13\u00a0millions</a> de patients" in html
    assert 'href="/en/figures/patients-total/"' in html


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


def test_where_no_link_may_stand_the_value_is_plain():
    fact = make_fact(
        label_en="[[figure:direct-funding]] < all", label_fr="[[figure:direct-funding]]"
    )
    with override("en"):
        assert str(fact) == "0.5% < all"
    with override("fr"):
        assert str(fact) == "0,5\u202f%"
    assert shown(fact, 'unlinked:"label"') == "0.5% &lt; all"


def test_a_page_has_no_link_in_its_title_or_description():
    make_country(
        slug="made-land",
        name_en="[[figure:countries]] lands",
        summary_en="[[figure:countries]] <x>",
    )
    html = Client().get("/en/programmes/made-land/").content.decode()
    assert "<title>14 lands – ALIMA</title>" in html
    assert '<meta name="description" content="14 &lt;x&gt;">' in html
    assert "[[" not in html


def test_a_link_to_an_indicator_holds_no_other_link():
    indicator = make_statistic().indicator
    indicator.name_en = "In [[figure:countries]] countries"
    indicator.save()
    html = Client().get("/en/figures/").content.decode()
    assert f'<a href="/en/figures/indicators/{indicator.slug}/">In 14 countries</a>' in html


def test_files_hold_values_in_both_languages():
    token = "[[figure:direct-funding]]"
    figure = make_version(
        figure=make_figure(definition_fr=token, definition_en=token), is_current=True
    ).figure
    said = Client().get(reverse("figure_json", args=[figure.slug])).json()["definition"]
    assert said == {"fr": "0,5\u202f%", "en": "0.5%"}


def test_the_tag_shows_a_figure_in_a_template():
    with override("en"):
        html = Template('In {% figure "countries" %} countries').render(Context())
    assert html == 'In <a class="figure-token" href="/en/figures/countries/">14</a> countries'


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


def test_nothing_is_remembered_outside_a_request():
    fact = make_fact(label_en="[[figure:countries]]")
    assert ">14<" in shown(fact, 'text:"label"')
    FigureVersion.objects.filter(slug="c-14").update(value=15)
    assert ">15<" in shown(fact, 'text:"label"')


def queries_of_about(statistics, figures):
    for number, (statistic, figure) in enumerate(zip(statistics, figures, strict=True)):
        make_fact(statement_en=f"{number}: [[stat:{statistic.slug}]] [[figure:{figure.slug}]]")
    with CaptureQueriesContext(connection) as captured:
        html = Client().get("/en/about/").content.decode()
    for statistic in statistics:
        assert f"#{statistic.slug}" in html
    return len(captured)


def test_a_page_asks_once_for_its_figures_and_once_for_its_statistics():
    with CaptureQueriesContext(connection) as none:
        Client().get("/en/about/")
    figures = [make_version(is_current=True).figure for _ in range(30)]
    statistics = [make_statistic() for _ in range(30)]
    # The third asks which small counts are withheld.
    few = queries_of_about(statistics[:3], figures[:3])
    assert queries_of_about(statistics, figures) == few == len(none) + 3


@pytest.mark.parametrize(
    "text",
    [
        "[[figure:]]", "[[figur:countries]]", "[[figure:countries", "[[figure:countries]", "[[x]]",
        "[[ figure:countries ]]", "[figure:countries]", "[[figure: countries]]", "[[stat:é]]",
        "[[fig<b>ure:countries]]</b>", '<a href="https://x.org/[[figure:countries]]">x</a>',
        "[[figure:no-such]]", "[[figure:countries/no-such]]", "[[stat:no-such]]",
        "[[figure:research-ongoing]]", "fine [[figure:countries]], not [[figure:no-such]]",
    ],
)  # fmt: skip
def test_a_text_with_a_wrong_token_is_refused(text):
    with pytest.raises(ValidationError):
        tokens.validate(text)


@pytest.mark.parametrize(
    "text", ["", "[1]", "[figures]", "In [[figure:countries]]", "[[figure:countries/c-14]] [note]"]
)
def test_a_text_with_right_tokens_or_none_is_taken(text):
    tokens.validate(text)


def test_a_figure_that_is_not_public_yet_is_refused():
    figure = make_figure(publish_at=timezone.now() + timezone.timedelta(days=1))
    make_version(figure=figure, is_current=True)
    with override("en"), pytest.raises(ValidationError, match="no published figure"):
        tokens.validate(f"[[figure:{figure.slug}]]")


def test_the_missing_current_version_is_said():
    with override("en"), pytest.raises(ValidationError, match="no current version"):
        tokens.validate("[[figure:research-ongoing]]")


def test_a_name_cannot_hold_a_figure():
    source = make_source(title="[[figure:countries]]")
    with pytest.raises(ValidationError) as refused:
        source.full_clean()
    assert list(refused.value.message_dict) == ["title"]


def form_of(client, record):
    page = client.get(reverse("admin:partners_partnershipprinciple_change", args=[record.pk]))
    form = page.context["adminform"].form
    data = {name: form.get_initial_for_field(f, name) for name, f in form.fields.items()}
    data |= {f"{name}_{part}": "" for name in ("publish_at", "expire_at") for part in (0, 1)}
    ties = {name: [r.pk for r in value] for name, value in data.items() if isinstance(value, list)}
    return {name: value for name, value in (data | ties).items() if value is not None}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "no published figure has this code"), ("fr", "aucun chiffre publié ne porte ce code")],
)
def test_the_form_names_the_field_of_an_unknown_code(admin_client, language, sentence):
    principle = PartnershipPrinciple.objects.get(slug="sharing-funding")
    data = form_of(admin_client, principle) | {"text_fr": "Bien [[figure:no-such]]"}
    address = reverse("admin:partners_partnershipprinciple_change", args=[principle.pk])
    answer = admin_client.post(address, data, headers={"accept-language": language})
    assert answer.status_code == 200
    errors = answer.context["adminform"].form.errors
    assert list(errors) == ["text_fr"]
    assert f"[[figure:no-such]]: {sentence}" in errors["text_fr"][0].replace("\u00a0", "")


def test_the_form_takes_a_published_code(admin_client):
    principle = PartnershipPrinciple.objects.get(slug="sharing-funding")
    data = form_of(admin_client, principle) | {"text_fr": "En [[figure:countries]]"}
    address = reverse("admin:partners_partnershipprinciple_change", args=[principle.pk])
    assert admin_client.post(address, data).status_code == 302


def test_a_list_of_the_admin_shows_values(admin_client):
    make_principle(title_fr="Dans [[figure:countries]] pays")
    html = admin_client.get(reverse("admin:partners_partnershipprinciple_changelist")).content
    assert "Dans 14 pays" in html.decode()
    assert b"[[figure" not in html


def test_a_list_within_a_form_shows_values(admin_client):
    country = make_country()
    make_project(programme=country, name_fr="Dans [[figure:countries]] pays")
    address = reverse("admin:programs_countryprogramme_change", args=[country.pk])
    html = admin_client.get(address).text
    assert html.count("Dans 14 pays") >= 1
    assert "[[figure" not in html


def test_content_files_with_an_unknown_code_are_refused(monkeypatch):
    read = PrincipleLoader.rows

    def rows(self) -> list[Row]:
        found = read(self)
        found[0].cells["text_fr"] = "[[figure:no-such]]"
        return found

    monkeypatch.setattr(PrincipleLoader, "rows", rows)
    with pytest.raises(ContentError, match=r"principles.csv, line 2, column text_fr: \[\[figure"):
        Run().load()


def test_every_other_model_of_two_languages_is_checked_too():
    programme = CountryProgramme.objects.get(slug="niger")
    presence = programme.presences.first()
    presence.note_en = "[[figure:no-such]]"
    with pytest.raises(ValidationError) as refused:
        presence.full_clean()
    assert "note_en" in refused.value.message_dict


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("patients-total", "en", "Keep this code: it is used by"),
        ("patients-total", "fr", "Gardez ce code"),
        ("countries", "fr", "Gardez ce code"),
    ],
)
def test_a_code_that_texts_name_cannot_change(admin_client, code, language, words):
    make_principle(text_fr="[[figure:countries]] [[figure:patients-total]]")
    figure = Figure.objects.get(slug=code)
    url = address(figure, "change")
    data = opened(admin_client, url) | {"slug": "another-code"}
    answer = admin_client.post(url, data, headers={"accept-language": language})
    assert answer.status_code == 200
    assert words in answer.context["adminform"].form.errors["slug"][0]
    assert Figure.objects.filter(slug=code).exists()


def test_a_code_that_no_text_names_can_change(admin_client):
    figure = make_figure(slug="nobody-names-it")
    url = address(figure, "change")
    assert (
        admin_client.post(url, opened(admin_client, url) | {"slug": "another"}).status_code == 302
    )
    figure.refresh_from_db()
    assert figure.slug == "another"


def test_a_statistic_that_a_text_names_keeps_its_id(admin_client, statistic):
    make_principle(text_fr=f"[[stat:{statistic.slug}]]")
    url = address(statistic, "change")
    answer = admin_client.post(url, opened(admin_client, url) | {"slug": "another"})
    assert f"[[stat:{statistic.slug}]]" in answer.context["adminform"].form.errors["slug"][0]
