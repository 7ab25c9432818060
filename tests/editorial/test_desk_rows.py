"""What stands on the desk of whom: only what they may change, and no numbers for writers."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User

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
