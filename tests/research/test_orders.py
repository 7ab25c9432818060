"""In which order the records of research are listed."""

import pytest

from research.models import Collaboration, PracticeChange, Publication, Study
from tests.factories import (
    make_collaboration,
    make_practice_change,
    make_publication,
    make_study,
)

pytestmark = pytest.mark.django_db


def slugs(records):
    return [record.slug for record in records]


def test_the_oldest_collaboration_comes_first_and_the_undated_last():
    made = [
        make_collaboration(slug=slug, since=since)
        for slug, since in (("b-undated", ""), ("late", "2020"), ("early", "1950"), ("a", ""))
    ]
    listed = Collaboration.objects.for_index().filter(pk__in=[record.pk for record in made])
    assert slugs(listed) == ["early", "late", "a", "b-undated"]


def test_the_latest_study_comes_first_and_the_undated_last():
    for slug, start in (("undated", ""), ("b", "2090"), ("a", "2090"), ("later", "2091")):
        make_study(slug=slug, start=start)
    listed = slugs(Study.objects.for_list())
    assert listed[:3] == ["later", "a", "b"]
    assert "undated" not in listed[: -len(Study.objects.published().filter(start=""))]


def test_publications_of_one_year_come_by_their_day():
    for slug, published in (("early", "2098-01"), ("late", "2098-11"), ("unknown", "")):
        make_publication(slug=slug, year=2098, published=published)
    assert slugs(Publication.objects.for_list())[:3] == ["late", "early", "unknown"]


def test_changes_of_care_come_in_the_order_of_their_dates():
    study = make_study()
    for slug, date in (("b", "2020"), ("a", "2020"), ("first", "2012")):
        make_practice_change(slug=slug, date=date, study=study)
    make_practice_change(slug="hidden", study=study, state="draft")
    assert slugs(PracticeChange.objects.for_chain().filter(study=study)) == ["first", "a", "b"]
