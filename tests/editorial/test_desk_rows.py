"""What stands on the desk of whom: nothing archived, and only what they may change."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.utils import timezone

from alima_site.editorial import desk_rows, desk_translations
from tests.factories import make_country, make_partner, make_photo, make_statistic, make_version

pytestmark = pytest.mark.django_db


def in_role(role):
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


def labels(rows):
    return [row.label for row in rows]


@pytest.mark.parametrize(
    "rows",
    [desk_rows.my_drafts, desk_rows.in_review, desk_translations.translations_to_check,
     desk_translations.missing_translations, desk_rows.figures_due, desk_rows.broken_links,
     desk_rows.pictures, desk_rows.latest_changes],
    ids=lambda rows: rows.__name__,
)  # fmt: skip
def test_who_may_change_nothing_has_nothing_to_do(rows):
    broken = '<a href="/en/nowhere/">x</a>'
    make_country(state="in_review", story_fr=broken, name_en="")
    make_photo(state="draft", alt_en="")
    make_version(is_current=True)
    assert list(rows(AnonymousUser())) == []


def test_a_writer_is_shown_texts_to_read_and_no_numbers():
    make_partner(state="in_review", acronym="TEXT")
    make_statistic(state="in_review")
    make_version(is_current=True, as_of="2020")
    writer = in_role("writer")
    assert "TEXT" in labels(desk_rows.in_review(writer))
    assert not [row for row in desk_rows.in_review(writer) if "/patientstatistic/" in row.url]
    assert labels(desk_rows.figures_due(writer)) == []
    steward = list(desk_rows.in_review(in_role("data steward")))
    assert "TEXT" not in labels(steward)
    assert [row for row in steward if "/patientstatistic/" in row.url]


def test_what_was_archived_needs_no_translation_and_no_mended_link(admin_user):
    make_partner(state="archived", acronym="GONE", role_en="")
    make_country(state="archived", story_en='<a href="/en/nowhere/">x</a>', story_fr="<p>x</p>")
    missing = labels(desk_translations.missing_translations(admin_user))
    assert not [label for label in missing if "GONE" in label]
    assert list(desk_rows.broken_links(admin_user)) == []


@pytest.mark.parametrize(
    ("given", "detail"),
    [
        ({"role_fr": ""}, "French is missing"),
        ({"role_en": ""}, "English is missing"),
        ({"role_fr": "", "role_en": ""}, None),
    ],
)
def test_the_language_that_is_missing_is_named(given, detail, admin_user, settings):
    settings.LANGUAGE_CODE = "en"
    make_partner(acronym="LACKS", **given)
    rows = [
        row for row in desk_translations.missing_translations(admin_user) if "LACKS" in row.label
    ]
    assert [row.detail for row in rows] == ([detail] if detail else [])


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({"as_of": "2020"}, True),
        ({"as_of": ""}, True),
        ({"as_of": "2126"}, False),
        ({"as_of": "2020", "looked_at": timezone.localdate()}, False),
        ({"as_of": "2020", "looked_at": timezone.localdate() - datetime.timedelta(days=366)}, True),
        ({"as_of": "2020", "is_current": False}, False),
        ({"as_of": "2020", "state": "draft"}, False),
    ],
)
def test_only_a_public_current_value_nobody_looked_at_for_a_year_is_due(given, due, admin_user):
    version = make_version(**{"is_current": True} | given)
    urls = [row.url for row in desk_rows.figures_due(admin_user)]
    assert any(f"/{version.pk}/change/" in url for url in urls) is due
