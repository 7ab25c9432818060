import re

import pytest
from django.test import Client, RequestFactory

from alima_site.delivery.failures import server_error
from research.models import Study
from tests.factories import (
    make_collaboration,
    make_country,
    make_episode,
    make_fact,
    make_figure,
    make_indicator,
    make_partner,
    make_practice_change,
    make_project,
    make_publication,
    make_representative,
    make_series,
    make_source,
    make_statistic,
    make_study,
    make_version,
    make_voice,
)

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "/en/": "/fr/",
    "/en/model/": "/fr/modele/",
    "/en/timeline/": "/fr/chronologie/",
    "/en/about/": "/fr/a-propos/",
    "/en/partners/": "/fr/partenaires/",
    "/en/partners/befen/": "/fr/partenaires/befen/",
    "/en/programmes/": "/fr/programmes/",
    "/en/programmes/niger/": "/fr/programmes/niger/",
    "/en/programmes/niger/ne-mirriah/": "/fr/programmes/niger/ne-mirriah/",
    "/en/programmes/several-countries/multi-aire/": "/fr/programmes/plusieurs-pays/multi-aire/",
    "/en/research/": "/fr/recherche/",
    "/en/research/coral/": "/fr/recherche/coral/",
    "/en/research/studies/": "/fr/recherche/etudes/",
    "/en/research/publications/": "/fr/recherche/publications/",
    "/en/research/studies/muac-mothers/": "/fr/recherche/etudes/muac-mothers/",
    "/en/research/studies/jiki/": "/fr/recherche/etudes/jiki/",
    "/en/research/publications/pub-jiki-2016/": "/fr/recherche/publications/pub-jiki-2016/",
    "/en/figures/": "/fr/chiffres/",
    "/en/figures/patients-total/": "/fr/chiffres/patients-total/",
    "/en/figures/patients-total/1/": "/fr/chiffres/patients-total/1/",
    "/en/figures/indicators/sam_children/": "/fr/chiffres/indicateurs/sam_children/",
    "/en/figures/disagreements/": "/fr/chiffres/desaccords/",
    "/en/figures/corrections/": "/fr/chiffres/corrections/",
    "/en/topics/malnutrition/": "/fr/themes/malnutrition/",
    "/en/sources/": "/fr/sources/",
    "/en/sources/alima-qui/": "/fr/sources/alima-qui/",
    "/en/stronger-together/": "/fr/plus-forts-ensemble/",
    "/en/contact/": "/fr/contact/",
    "/en/privacy/": "/fr/confidentialite/",
    "/en/legal/": "/fr/mentions-legales/",
    "/en/accessibility/": "/fr/accessibilite/",
}


def html(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("english", "french"), ADDRESSES.items())
def test_a_page_and_its_translation_name_each_other(english, french):
    for address, language in ((english, "en"), (french, "fr")):
        page = html(address)
        assert f'<html lang="{language}"' in page
        assert f'hreflang="en" href="http://testserver{english}"' in page
        assert f'hreflang="fr" href="http://testserver{french}"' in page
        assert f'hreflang="x-default" href="http://testserver{french}"' in page


@pytest.mark.parametrize(
    ("preference", "home"),
    [
        ("en-GB,en;q=0.9", "/en/"),
        ("fr-NE", "/fr/"),
        ("de,en;q=0.5", "/en/"),
        ("de", "/fr/"),
        ("", "/fr/"),
        ("*", "/fr/"),
        ("en;q=0.1,fr;q=0.9", "/fr/"),
        ("x" * 5000, "/fr/"),
    ],
)
def test_the_root_leads_to_the_readers_language(preference, home):
    response = Client().get("/", headers={"accept-language": preference})
    assert (response.status_code, response["Location"]) == (302, home)
    assert response["Vary"] == "Accept-Language"
    assert not response.cookies


def test_the_language_switch_keeps_the_page_and_its_filter():
    page = html("/en/sources/?kind=journal&page=1")
    assert 'href="/fr/sources/?kind=journal&amp;page=1"' in page


@pytest.mark.parametrize(
    "address", ["/fr/nulle-part/", "/en/partners/nobody/", "/en/sources/?page=99"]
)
def test_a_missing_page_says_so_in_both_languages(address):
    response = Client().get(address)
    page = response.content.decode()
    assert response.status_code == 404
    assert 'lang="fr"' in page
    assert 'lang="en"' in page


def test_the_page_of_a_broken_site_speaks_both_languages_and_needs_nothing():
    response = server_error(RequestFactory().get("/fr/"))
    page = response.content.decode()
    assert response.status_code == 500
    assert 'lang="fr"' in page
    assert 'lang="en"' in page
    assert len(response.content) < 5000


def test_home_shows_the_current_figure_as_its_source_says_it():
    assert re.search(r"more than</span> 13\u00a0million", html("/en/"))
    assert re.search(r"plus de</span> 13\u00a0millions", html("/fr/"))


def test_the_misprint_stands_as_printed_with_its_note_and_the_other_versions():
    page = html("/en/figures/patients-total/")
    assert "<q>2009 and 2013</q>" in page
    assert "PROBABLE MISPRINT" in page
    for value in ("13,000,000", "10,000,000", "5,000,000", "2,600,000"):
        assert value in page
    assert "4\u00a0July 2022" in page


def test_an_inferred_record_says_so_and_of_which_part():
    page = html("/en/programmes/guinea/")
    assert "Part of this record was inferred" in page
    assert "Sources disagree on the start year (2011 or 2014)" in page


def test_a_translated_quotation_is_marked_and_an_original_is_not():
    assert "our translation" in html("/en/programmes/cameroon/")
    assert "notre traduction" not in html("/fr/programmes/cameroon/")


def test_an_untranslated_text_is_shown_in_the_other_language_and_marked():
    make_fact(slug="only-english", statement_fr="", statement_en="Known in English only")
    page = html("/fr/a-propos/")
    assert '<span lang="en">Known in English only</span>' in page


MARKER = "Zwischenruf"


def test_drafts_leak_nowhere():
    draft = {"state": "draft"}
    source = make_source(title=MARKER, **draft)
    make_partner(slug="hidden-partner", acronym=MARKER, **draft)
    country = make_country(slug="hidden-country", name_en=MARKER, name_fr=MARKER, **draft)
    make_project(slug="hidden-project", name_en=MARKER, name_fr=MARKER, **draft)
    make_project(slug="of-hidden-country", name_en=MARKER, name_fr=MARKER, programme=country)
    make_figure(slug="hidden-figure", label_en=MARKER, label_fr=MARKER, **draft)
    make_version(slug="hidden-version", label_en=MARKER, label_fr=MARKER, **draft)
    make_version(label_en=MARKER, label_fr=MARKER, source=source)
    make_indicator(slug="hidden-indicator", name_en=MARKER, name_fr=MARKER, **draft)
    make_statistic(hint_en=MARKER, hint_fr=MARKER, **draft)
    make_voice(quote_en=MARKER, quote_fr=MARKER, country="NE", **draft)
    make_fact(label_en=MARKER, label_fr=MARKER, **draft)
    make_representative(name=MARKER, **draft)
    make_series(title_en=MARKER, title_fr=MARKER, **draft)
    make_episode(slug="hidden-episode", title_en=MARKER, title_fr=MARKER, **draft)
    make_collaboration(slug="hidden-coll", short_name_en=MARKER, short_name_fr=MARKER, **draft)
    make_study(slug="hidden-study", title_en=MARKER, title_fr=MARKER, **draft)
    make_publication(slug="hidden-publication", title=MARKER, **draft)
    jiki = Study.objects.get(slug="jiki")
    make_practice_change(title_en=MARKER, title_fr=MARKER, study=jiki, **draft)
    for english, french in ADDRESSES.items():
        assert MARKER not in html(english), english
        assert MARKER not in html(french), french
    for guessed in (
        f"sources/{source.slug}", "partners/hidden-partner", "programmes/hidden-country",
        "programmes/niger/hidden-project", "programmes/hidden-country/of-hidden-country",
        "figures/hidden-figure", "figures/indicators/hidden-indicator", "research/hidden-coll",
        "research/studies/hidden-study", "research/publications/hidden-publication",
        "stronger-together/hidden-episode",
    ):  # fmt: skip
        assert Client().get(f"/en/{guessed}/").status_code == 404, guessed


def test_a_published_record_does_not_show_its_draft_relations():
    partner = make_partner(acronym=MARKER, state="draft")
    project = make_project(slug="with-a-draft")
    project.partners.add(partner)
    assert MARKER not in html("/en/programmes/niger/with-a-draft/")
    assert MARKER not in html("/en/programmes/niger/")


def test_sources_can_be_filtered_and_bad_filters_are_explained():
    assert "JIKI Trial" in html("/en/sources/?q=jiki+trial")
    assert "invalid-feedback" in html("/en/sources/?kind=nonsense")
    assert Client().get("/en/sources/", {"q": "x" * 5000}).status_code == 200


def test_the_series_is_shown_as_the_past_announcement_it_is():
    page = html("/en/stronger-together/")
    assert "Stronger Together" in page
    assert "Part of this record was inferred" in page
    assert "notre traduction" in html("/fr/plus-forts-ensemble/")


@pytest.mark.parametrize("address", ["/en/", "/en/partners/nobody/", "/admin/login/"])
def test_every_answer_carries_the_headers_of_the_house(address):
    response = Client().get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert "camera=()" in response["Permissions-Policy"]
    if not address.startswith("/admin/"):
        assert "unsafe" not in policy
