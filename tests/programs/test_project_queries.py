"""What comes along with projects, and in which order."""

import pytest

from programs.models import Project
from tests.factories import (
    make_country,
    make_partner,
    make_project,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    return make_country(slug="made-land", country="ZW", status="active")


def test_the_latest_project_comes_first_and_then_the_address_word(country):
    for slug, start in (("old", "2010"), ("b", "2020"), ("a", "2020"), ("undated", "")):
        make_project(slug=slug, start=start, programme=country)
    here = {"programme": country}
    for listed in (Project.objects.for_list(), Project.objects.for_index()):
        assert [row.slug for row in listed.filter(**here)] == ["a", "b", "old", "undated"]


def test_only_public_partners_and_topics_come_with_a_project(country):
    project = make_project(programme=country)
    project.partners.add(make_partner(acronym="SHOWN"), make_partner(acronym="H", state="draft"))
    project.topics.add(make_topic(slug="shown"), make_topic(slug="hidden", state="draft"))
    found = Project.objects.for_list().get(pk=project.pk)
    assert [partner.acronym for partner in found.public_partners] == ["SHOWN"]
    assert [topic.slug for topic in found.public_topics] == ["shown"]


def test_a_project_in_several_countries_is_in_none_of_them(country):
    several, one = make_project(programme=None), make_project(programme=country)
    found = Project.objects.in_several_countries()
    assert several in found
    assert one not in found
