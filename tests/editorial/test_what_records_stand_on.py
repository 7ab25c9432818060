"""A record is public with all it stands on, and not without."""

import datetime

import pytest
from django.utils import timezone

from tests.factories import (
    make_country,
    make_figure,
    make_practice_change,
    make_project,
    make_source,
    make_statistic,
    make_study,
    make_version,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def is_public(record):
    return type(record).objects.published().filter(pk=record.pk).exists()


@pytest.mark.parametrize(
    "hidden",
    [
        {"state": "archived"},
        {"publish_at": NOW + datetime.timedelta(days=1)},
        {"expire_at": NOW - datetime.timedelta(days=1)},
    ],
    ids=lambda given: next(iter(given)),
)
def test_what_it_stands_on_must_be_public_now(hidden):
    assert not is_public(make_project(source=make_source(**hidden)))
    assert not is_public(make_version(figure=make_figure(**hidden)))


def test_it_must_stand_on_something_public_however_far_below():
    draft = make_source(state="draft")
    assert not is_public(make_project(programme=make_country(source=draft)))
    assert not is_public(make_practice_change(study=make_study(source=draft)))


def test_a_statistic_of_no_country_is_public_that_of_a_draft_country_is_not():
    assert is_public(make_statistic(programme=None))
    assert not is_public(make_statistic(programme=make_country(state="draft")))
