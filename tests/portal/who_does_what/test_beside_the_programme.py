"""Who stands beside the programme of a country: ministries, research bodies, funders."""

from alima_site.portal.who_does_what.in_country import activities_in
from tests.portal.who_does_what.things import ally, country, fact, partner, study


def found(here, projects=(), studies=(), facts=()):
    return activities_in(here, projects, studies, iter(facts))


def of_kind(kind, *args, **more):
    return [each for each in found(*args, **more) if each.kind == kind]


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
