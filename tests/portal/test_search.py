"""The search: what may be found, how it is shown, and that no question breaks it."""

import datetime
from html import unescape

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.delivery.parameters import parameters_of
from alima_site.portal.models import SearchEntry, SearchWord
from alima_site.portal.search.finding import Search
from alima_site.portal.search.index import rebuild
from alima_site.portal.search.words import stem, tokens
from partners.models import Partner
from programs.models import CountryProgramme
from tests.factories import (
    make_collaboration,
    make_country,
    make_figure,
    make_indicator,
    make_partner,
    make_project,
    make_statistic,
    make_study,
    make_topic,
    make_version,
)

pytestmark = pytest.mark.django_db


def found(query, language="en"):
    """The address words of what is found, in order."""
    return [hit.slug for hit in Search(query, language).found().hits]


def page(query, **more):
    response = Client().get("/en/search/", {"q": query, **more})
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("state", ["draft", "in_review", "archived"])
def test_what_is_not_published_is_never_found(state):
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    assert found("zwingli") == ["zwingli"]
    partner.state = state
    partner.save()
    assert found("zwingli") == []
    assert "Zwingli" not in page("zwingly")


def test_an_expired_and_a_scheduled_record_are_not_found_even_without_a_save():
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    now = timezone.now()
    Partner.objects.filter(pk=partner.pk).update(expire_at=now)
    assert found("zwingli") == []
    Partner.objects.filter(pk=partner.pk).update(
        expire_at=None, publish_at=now + datetime.timedelta(hours=1)
    )
    assert found("zwingli") == []
    Partner.objects.filter(pk=partner.pk).update(publish_at=now)
    assert found("zwingli") == ["zwingli"]


def test_a_record_is_not_found_while_what_it_stands_on_is_not_public():
    country = make_country()
    make_project(slug="zwingli", name_en="Zwingli", programme=country)
    CountryProgramme.objects.filter(pk=country.pk).update(state="draft")
    assert found("zwingli") == []


def test_a_record_is_not_found_by_the_name_of_a_hidden_partner():
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    make_project(slug="with-them").partners.add(partner)
    assert found("zwingli") == ["zwingli", "with-them"]
    Partner.objects.filter(pk=partner.pk).update(state="draft")
    assert found("zwingli") == []


def test_the_index_follows_a_new_name_a_tie_and_a_deletion():
    partner, project = make_partner(slug="them", acronym="Zwingli"), make_project(slug="this")
    project.partners.add(partner)
    partner.acronym = "Bullinger"
    partner.save()
    assert found("zwingli") == []
    assert found("bullinger") == ["them", "this"]
    project.partners.clear()
    assert found("bullinger") == ["them"]
    partner.delete()
    assert found("bullinger") == []


def test_a_new_address_of_a_country_is_that_of_its_projects():
    country = make_country(slug="old")
    make_project(slug="zwingli", programme=country)
    country.slug = "new"
    country.save()
    urls = SearchEntry.objects.filter(slug="zwingli").values_list("url", flat=True)
    assert sorted(urls) == ["/en/programmes/new/zwingli/", "/fr/programmes/new/zwingli/"]


def test_members_of_a_collaboration_are_words_of_it():
    collaboration = make_collaboration(slug="made-body")
    member = collaboration.memberships.create(member_fr="Zwingli", member_en="Zwingli")
    assert found("zwingli") == ["made-body"]
    member.delete()
    assert found("zwingli") == []


def test_the_index_is_undone_with_the_save_it_belongs_to():
    with transaction.atomic():
        make_partner(acronym="Zwingli")
        assert found("zwingli")
        transaction.set_rollback(True)
    assert not SearchWord.objects.filter(word="zwingli").exists()


def test_a_rebuilt_index_is_the_one_that_the_saves_kept():
    make_project(slug="this").topics.add(make_topic(name_en="Zwingli"))

    def rows():
        names = ["entry__model", "entry__slug", "language", "word", "place", "via_model"]
        return sorted(SearchWord.objects.values_list(*names))

    before = rows()
    call_command("rebuild_search", verbosity=0)
    assert rows() == before


def test_a_withheld_count_stands_in_no_word_and_no_result():
    indicator = make_indicator(name_en="Zwingli", name_fr="Zwingli")
    make_statistic(indicator=indicator, value=7, hint_en="Seven of 7 people", note_en="7 people")
    shown = page("zwingli")
    assert "&lt; 10" in shown or "fewer than 10" in shown
    assert "Seven" not in shown
    assert "7 people" not in shown
    assert not SearchWord.objects.filter(word__in=["7", "seven"], entry__text="7").exists()
    assert not SearchWord.objects.filter(entry__model="programs.patientstatistic", word="seven")


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


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["national", "nationale", "nationaux", "nationales"]),
        ("fr", ["soigné", "soignée", "soignés", "soignées"]),
        ("fr", ["infirmier", "infirmière", "infirmières"]),
        ("fr", ["malien", "malienne", "maliens", "maliennes"]),
        ("fr", ["hôpital", "hôpitaux"]),
        ("fr", ["actif", "actives"]),
        ("fr", ["nutrition", "nutritionnel", "nutritionnelles"]),
        ("en", ["study", "studies"]),
        ("en", ["child", "children"]),
        ("en", ["train", "trained", "training"]),
        ("en", ["paediatric", "pediatrics"]),
        ("en", ["centre", "center", "centers"]),
        ("en", ["programme", "programs"]),
        ("en", ["vaccination", "vaccinations"]),
    ],
)
def test_the_forms_of_a_word_have_one_stem(language, forms):
    assert len({stem(tokens(form)[0].word, language) for form in forms}) == 1


def test_a_number_is_found_with_and_without_its_spaces():
    assert {token.word for token in tokens("28 400, 28,400 28400 28 400")} == {"28400"}


def test_the_search_page_is_no_page_for_search_engines_and_not_kept():
    response = Client().get("/fr/rechercher/?q=befen")
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert response.headers["Cache-Control"] == "no-cache"
    assert "befen" in unescape(response.content.decode())


def test_every_published_record_is_in_the_index():
    before = SearchEntry.objects.count()
    assert rebuild() * 2 == before


@pytest.mark.parametrize("address", ["/fr/rechercher/", "/en/search/"])
def test_the_page_store_hands_on_what_was_asked(address):
    assert parameters_of(address) == {"q", "kind", "page"}
