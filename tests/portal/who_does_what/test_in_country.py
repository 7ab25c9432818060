"""Who does what in one country: each organisation for what it is, in both languages."""

import pytest

from alima_site.portal.who_does_what.in_country import activities_in
from tests.portal.who_does_what.things import ally, country, fact, partner, project, study


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


def test_the_ministry_is_named_where_it_is_said_that_alima_works_with_all():
    (row,) = of_kind(
        "government", country(), facts=[fact("model-1", "model"), fact("model-2", "model")]
    )
    assert (row.slug, row.record.slug) == ("ministry--niger", "model-1")
    assert row.organisation == {"fr": "Ministère de la Santé", "en": "Ministry of Health"}
    assert not of_kind("government", country())


def test_a_study_of_another_country_is_not_done_here():
    assert not of_kind("research", country(), studies=[study("jiki", "GN", allies=[ally("coral")])])


def test_every_research_body_of_a_study_here_has_a_row_of_its_own():
    bodies = [ally("coral"), ally("inserm")]
    rows = of_kind("research", country(), studies=[study("jiki", "GN", "NE", allies=bodies)])
    assert [row.slug for row in rows] == ["coral--jiki--niger", "inserm--jiki--niger"]
    assert rows[0].organisation == {"fr": "coral (fr)", "en": "coral (en)"}
    assert rows[0].doing == {"fr": "ÉTUDE", "en": "STUDY"}
    assert (rows[0].start, rows[0].end) == ("2020", "2021")


def test_of_a_study_in_several_countries_a_local_ngo_does_the_part_in_its_own():
    both_sides = study(
        "optimax", "NE", "TD", partners=[partner("befen", "NE"), partner("as", "TD")]
    )
    assert [row.name for row in of_kind("local-ngo", country(), studies=[both_sides])] == ["BEFEN"]


def test_a_funder_is_named_in_its_countries_only():
    facts = [fact("echo"), fact("elsewhere", codes=["TD"]), fact("a-fact", category="identity")]
    (row,) = of_kind("donor", country(), facts=facts)
    assert (row.slug, row.organisation_url) == ("echo--niger", "/echo/")
    assert row.organisation == {"fr": "Un bailleur", "en": "A funder"}
    assert row.doing == {"fr": "Il finance", "en": "It funds"}


def test_a_name_in_one_language_only_stands_in_both():
    facts = [fact("echo", label=("", "ECHO"))]
    (row,) = of_kind("donor", country(), facts=facts)
    assert row.organisation == {"fr": "ECHO", "en": "ECHO"}
