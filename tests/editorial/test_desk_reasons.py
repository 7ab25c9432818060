"""What brings a record to the desk: a language that is missing, a value that is due."""

import datetime

import pytest
from django.utils import timezone

from alima_site.editorial import desk_rows, desk_translations
from tests.factories import make_country, make_partner, make_version

pytestmark = pytest.mark.django_db


def labels(rows):
    return [row.label for row in rows]


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
