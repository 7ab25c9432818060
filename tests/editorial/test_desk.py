"""The desk: what needs work stands on the admin's first page, one click from its field."""

import datetime

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alima_site.editorial import desk
from alima_site.editorial.models import Content, FigureVersion, Topic, one_act
from alima_site.portal.models import StandingPage
from partners.models import Partner, Series
from tests.factories import make_country, make_partner, make_photo, make_project, make_version
from tests.multiply import multiply

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]


def rows(response, slug):
    section = next(each for each in response.context["sections"] if each.slug == slug)
    return {row.label: row for row in section.rows}


def labels(response, slug):
    return " · ".join(rows(response, slug))


@pytest.fixture
def opened(admin_client):
    return lambda: admin_client.get("/admin/", headers={"accept-language": "en"})


def test_what_is_in_review_stands_there(opened):
    country = make_country(state="in_review", name_en="Reviewland")
    row = rows(opened(), "review")["Reviewland"]
    assert row.url == f"/admin/programs/countryprogramme/{country.pk}/change/"


def test_a_missing_language_is_one_click_from_its_field(opened):
    partner = make_partner(acronym="LACKS", role_en="")
    row = rows(opened(), "translations")["LACKS — role in the alliance"]
    assert row.url == f"/admin/partners/partner/{partner.pk}/change/#field-role_en"
    assert row.badge == "English is missing" or row.detail == "English is missing"


def test_a_translation_to_check_is_one_click_from_its_difference(opened):
    partner = make_partner(acronym="OLDER", role_fr="Le rôle")
    partner.role_fr = "Un autre rôle"
    partner.save()
    row = rows(opened(), "translations")["OLDER — role in the alliance"]
    assert row.detail == "English older than the French"
    assert row.url.endswith(f"/partner/{partner.pk}/change/#field-role_en")


def test_my_drafts_are_those_i_worked_on(opened, admin_user):
    make_partner(state="draft", acronym="THEIRS")
    with one_act(admin_user):
        make_partner(state="draft", acronym="MINE")
    assert list(rows(opened(), "drafts")) == ["MINE"]


def test_the_latest_changes_name_their_author(opened, admin_user):
    make_partner(acronym="LOADED")
    with one_act(admin_user):
        partner = make_partner(acronym="TYPED")
    with one_act(admin_user):
        make_project()
        make_project()
    changes = opened().context["changes"]
    said = [(change.author, change.what) for change in changes]
    assert ("admin", "2 projects") in said
    assert ("admin", "TYPED") in said
    assert not any(what == "LOADED" for _author, what in said)
    assert f"/admin/partners/partner/{partner.pk}/change/" in {change.url for change in changes}


def test_a_current_figure_is_due_a_year_after_its_date(opened):
    old = make_version(is_current=True, as_of="2020-06")
    make_version(is_current=True, as_of="2020-06", looked_at="2126-01-01", label_en="Looked at")
    make_version(is_current=True, as_of="2126", label_en="Fresh")
    due = [row.url for row in rows(opened(), "figures").values()]
    assert f"/admin/editorial/figureversion/{old.pk}/change/#field-looked_at" in due
    fresh = FigureVersion.objects.exclude(pk=old.pk).filter(label_en__in=["Looked at", "Fresh"])
    assert not any(f"/{each.pk}/change" in url for each in fresh for url in due)


def test_two_numbers_that_disagree_are_decided_from_here(opened):
    first = make_version(as_of="2024-05", value=10)
    second = make_version(figure=first.figure, as_of="2024-05", value=11)
    urls = [row.url for row in rows(opened(), "figures").values()]
    assert f"/admin/portal/disagreement/add/?versions={first.pk},{second.pk}" in urls


@pytest.mark.parametrize(
    "address",
    [
        "/fr/programmes/nowhere/",
        "/en/no-such-page/",
        "programmes",
        "/fr/programmes/draftland/",
        "http://testserver/fr/partenaires/nobody/",
    ],
)
def test_a_link_that_leads_nowhere_is_found(address, opened):
    make_country(slug="draftland", state="draft")
    country = make_country(story_fr=f'<p>Voir <a href="{address}">là</a>.</p>')
    row = next(iter(rows(opened(), "pictures").values()))
    assert row.detail == address
    assert row.url == f"/admin/programs/countryprogramme/{country.pk}/change/#field-story_fr"


@pytest.mark.parametrize(
    "address",
    [
        "/fr/programmes/niger/#statistics",
        "/en/partners/befen/",
        "/fr/chiffres/?page=1",
        "/data/",
        "https://example.org/x",
        "mailto:somebody@example.org",
        "#here",
        "http://testserver/fr/partenaires/befen/",
    ],
)
def test_a_link_that_leads_somewhere_is_none(address, opened):
    make_country(story_fr=f'<p>Voir <a href="{address}">là</a>.</p>')
    assert not rows(opened(), "pictures")


def test_pictures_without_words_or_with_consent_about_to_end_stand_there(opened):
    soon = timezone.localdate() + datetime.timedelta(days=12)
    make_photo(title="Silent", state="draft", alt_en="")
    make_photo(title="Ending", consent_given_on=timezone.localdate(), consent_expires_on=soon)
    found = rows(opened(), "pictures")
    assert found["Silent"].url.endswith("#field-alt_en")
    assert found["Ending"].url.endswith("#field-consent_expires_on")


def test_contents_and_languages_are_counted(opened):
    make_partner(role_fr="")
    page = opened()
    coverage = {each["model"]: found for each, found in page.context["contents"]}[Partner]
    assert coverage.total == Partner.objects.count()
    assert coverage.in_language == {"fr": coverage.total - 1, "en": coverage.total}
    assert "/admin/partners/partner/?translation=missing_fr" in page.content.decode()


def test_the_list_is_narrowed_to_what_lacks_a_language(admin_client):
    partner = make_partner(role_fr="")
    page = admin_client.get("/admin/partners/partner/?translation=missing_fr")
    assert list(page.context["cl"].queryset) == [partner]


def test_rooms_register_rows_of_their_own(opened, monkeypatch):
    monkeypatch.setitem(desk._rows, "pictures", [lambda user: [desk.Row("A picture", "/there/")]])
    assert rows(opened(), "pictures")["A picture"].url == "/there/"


def test_the_desk_asks_no_more_of_the_database_when_content_grows(opened):
    make_partner(role_fr="")
    make_project(story_fr='<p><a href="/fr/programmes/nowhere/">là</a></p>', state="in_review")
    make_version(is_current=True, as_of="2020")
    opened()
    with CaptureQueriesContext(connection) as before:
        opened()
    for model in apps.get_models():
        if issubclass(model, Content) and model not in (Topic, Series, StandingPage):
            multiply(model, 4)
    with CaptureQueriesContext(connection) as after:
        opened()
    assert len(after) == len(before)
    assert len(before) <= 50
