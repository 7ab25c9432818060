"""The search: how results are ordered and shown, and that no question breaks it."""

from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.delivery.parameters import parameters_of
from alima_site.portal.search.finding import Search
from alima_site.portal.search.words import tokens
from tests.factories import (
    make_figure,
    make_partner,
    make_study,
    make_version,
)
from tests.portal.searching import found, page

pytestmark = pytest.mark.django_db


def test_a_result_shows_the_current_value_of_a_figure():
    figure = make_figure(slug="zwingli", label_en="Zwingli")
    version = make_version(figure=figure, value=4711, is_current=True)
    assert "4,711" in page("zwingli")
    version.value = 4712
    version.save()
    assert "4,712" in page("zwingli")
    assert found("4712")[0] == "zwingli"
    assert found("4,711") == []


def test_the_words_asked_for_are_marked_and_nothing_else_gets_through():
    make_partner(slug="hostile", acronym="<b>Zwingli</b>", role_en="<script>Zwingli & co")
    shown = page("zwingli")
    assert "&lt;b&gt;<mark>Zwingli</mark>&lt;/b&gt;" in shown
    assert "&lt;script&gt;<mark>Zwingli</mark> &amp; co" in shown
    assert '"><script>' not in page('"><script>alert(1)</script>')


def test_another_wording_of_the_same_is_marked_too():
    make_study(slug="arm", title_en="Zwingli and the mid-upper arm circumference")
    assert "<mark>mid-upper arm circumference</mark>" in page("zwingli muac")


def test_one_kind_is_shown_page_by_page():
    for number in range(25):
        make_partner(acronym=f"Zwingli {number}")
    assert page("zwingli").count('class="search-group__item"') == 5
    assert page("zwingli", kind="partner").count('class="search-group__item"') == 20
    second = page("zwingli", kind="partner", page=2)
    assert second.count('class="search-group__item"') == 5
    assert "?q=zwingli&amp;kind=partner&amp;page=1" in second


def test_a_name_comes_before_a_text_and_a_word_before_its_stem():
    make_partner(slug="in-text", acronym="One", role_en="About Zwinglians")
    make_partner(slug="in-name", acronym="Zwinglians are", name_en="Two")
    make_partner(slug="same-stem", acronym="Zwinglian is", name_en="Three")
    assert found("zwinglians") == ["in-name", "same-stem", "in-text"]


def test_a_beginning_of_a_word_finds_it():
    make_partner(slug="zwingli", acronym="Zwingliana")
    assert found("zwingl") == ["zwingli"]


@pytest.mark.parametrize(
    "typed", ["zwinglianna", "zwinglana", "zwinglianq", "zwignliana", "zwwingliana"]
)
def test_one_typing_error_is_answered_by_the_word_that_was_meant(typed):
    make_partner(acronym="Zwingliana")
    assert Search(f"partner {typed}", "en").found().suggestion == "partner Zwingliana"


HOSTILE = [
    "", " ", "a", "%", "_", "'", '"', "\0", "*", "NEAR(", "NEAR(a b, 2)", '"malnutrition',
    "malnutrition*", "a' OR '1'='1", "'; DROP TABLE portal_searchword; --", "a AND NOT b", "col:x",
    "((((", "\\", "%00", "%s %d {0}", "🤒", "👩‍⚕️ ebola", "\u202eabc", "مرحبا", "שלום",
    "e\u0301\u0301\u0301bola",
    "\ud800", "\ufeff", "x" * 5000, "malnutrition " * 400, "é" * 5000, "[[figure:patients-total]]",
    "[[stat:", "<script>", "{{ 1 }}", "1e999", "00000000000000000000", "l'", "d’", "-", "—",
]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_question_breaks_the_page(language):
    address = {"fr": "/fr/rechercher/", "en": "/en/search/"}[language]
    asked = [(query, "") for query in HOSTILE]
    asked += [(query, kind) for query in HOSTILE[::8] for kind in ("partner", "nothing")]
    for query, kind in asked:
        given = {"q": query.encode("utf-8", "surrogatepass"), "kind": kind}
        response = Client().get(address, given)
        assert response.status_code == 200, repr(query)
        assert b"\0" not in response.content


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=60))
def test_no_text_at_all_breaks_the_search(text):
    Search(text.replace("\0", " "), "fr").found()
    assert all(text[token.start : token.end] for token in tokens(text))


def test_the_number_of_queries_stays_the_same_with_more_results():
    def queries(query):
        with CaptureQueriesContext(connection) as captured:
            page(query)
        return len(captured)

    # No result to show; a typing error beside a word; figures and statistics among the results.
    asked = ["zzzz", "malnutriton niger", "ebola", "patients", "countries 2022"]
    before = [queries(query) for query in asked]
    assert max(before) <= 8
    for _n in range(30):
        make_partner(acronym="Ebola patients countries 2022")
    assert [queries(query) for query in asked] == before


def test_the_search_page_is_no_page_for_search_engines_and_not_kept():
    response = Client().get("/fr/rechercher/?q=befen")
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response.headers["Cache-Control"] == "no-cache"
    assert "befen" in unescape(response.content.decode())


@pytest.mark.parametrize("address", ["/fr/rechercher/", "/en/search/"])
def test_the_page_store_hands_on_what_was_asked(address):
    assert parameters_of(address) == {"q", "kind", "page"}
