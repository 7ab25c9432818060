"""Who runs what in one country: ALIMA, members of the alliance, and partners of projects."""

import pytest

from alima_site.portal.who_does_what.in_country import activities_in
from tests.portal.who_does_what.things import country, fact, partner, project


def found(here, projects=(), studies=(), facts=()):
    return activities_in(here, projects, studies, iter(facts))


def of_kind(kind, *args, **more):
    return [each for each in found(*args, **more) if each.kind == kind]


def test_alima_runs_the_programme_and_each_project():
    rows = found(country(), [project("one"), project("two")])
    assert [row.slug for row in rows] == ["alima--niger", "alima--one", "alima--two"]
    assert {row.name for row in rows} == {"ALIMA"}
    assert rows[0].doing["en"] == "runs the country programme"
    assert rows[0].of is None


@pytest.mark.parametrize(
    ("kind", "doing"),
    [
        ("alliance-member", "co-manages the country programme"),
        (
            "operational-partner",
            "works with ALIMA in the country, as no member of the alliance",
        ),
    ],
)
def test_only_a_member_of_the_alliance_co_manages(kind, doing):
    (row,) = of_kind("local-ngo", country(partner("befen", kind=kind)))
    assert (row.doing["en"], row.organisation_url) == (doing, "/befen/")


def test_each_partner_of_a_project_has_a_row_with_its_dates_and_topics():
    shared = project("one", partner("befen"), partner("sos"), start="2019", end="2020-06")
    rows = of_kind("local-ngo", country(), [shared])
    assert [row.slug for row in rows] == ["befen--one", "sos--one"]
    assert all((row.start, row.end, row.of) == ("2019", "2020-06", shared) for row in rows)
    assert rows[0].topics == ["malnutrition"]


def test_a_name_in_one_language_only_stands_in_both():
    facts = [fact("echo", label=("", "ECHO"))]
    (row,) = of_kind("donor", country(), facts=facts)
    assert row.organisation == {"fr": "ECHO", "en": "ECHO"}
