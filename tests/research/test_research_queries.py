"""What comes along with the records of research."""

import datetime

import pytest
from django.utils.translation import override

from research.admin import ResultDueFilter
from research.models import PracticeChange, Study
from tests.factories import (
    make_collaboration,
    make_partner,
    make_practice_change,
    make_study,
    make_topic,
)

pytestmark = pytest.mark.django_db


def slugs(records):
    return [record.slug for record in records]


def test_only_public_diseases_come_with_a_study():
    study = make_study()
    study.diseases.set([make_topic(slug="b"), make_topic(slug="a"), make_topic(state="draft")])
    found = Study.objects.with_diseases().get(pk=study.pk)
    assert slugs(found.public_topics) == ["a", "b"]


def test_a_change_of_a_draft_study_is_not_public():
    change = make_practice_change(study=make_study(state="draft"))
    assert change not in PracticeChange.objects.published()


def test_a_leap_day_has_no_day_of_the_year_before_and_does_no_harm():
    early, late = make_study(end="2023-02-28"), make_study(end="2023-03-01")
    due = Study.objects.result_due(datetime.date(2024, 2, 29))
    assert early in due
    assert late not in due


def test_a_list_that_is_not_filtered_by_results_shows_all(rf):
    chosen = ResultDueFilter(rf.get("/"), {}, Study, None)
    assert chosen.queryset(None, Study.objects.all()).count() == Study.objects.count()


def test_a_study_names_the_public_organisations_it_is_done_with():
    study = make_study(slug="together")
    study.local_partners.add(
        make_partner(acronym="SHOWN"), make_partner(acronym="H", state="draft")
    )
    study.collaborations.add(make_collaboration(short_name_en="ALLY"))
    study.collaborations.add(make_collaboration(short_name_en="HIDDEN", state="draft"))
    with override("en"):
        found = Study.objects.with_organisations().get(pk=study.pk)
        assert [str(one) for one in found.public_partners] == ["SHOWN"]
        assert [str(one) for one in found.public_allies] == ["ALLY"]
