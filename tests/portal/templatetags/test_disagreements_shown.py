"""On which pages a disagreement is told: those of all it concerns, and no other."""

import pytest

from alima_site.portal.templatetags.disagreements import disagreements_among, disagreements_on
from tests.factories import (
    make_collaboration,
    make_country,
    make_disagreement,
    make_fact,
    make_indicator,
    make_partner,
    make_project,
    make_statistic,
    make_study,
    make_version,
)

pytestmark = pytest.mark.django_db


def told_on(record):
    return list(disagreements_on(record))


@pytest.mark.parametrize(
    ("relation", "make"),
    [
        ("partners", make_partner),
        ("programmes", make_country),
        ("projects", make_project),
        ("studies", make_study),
        ("collaborations", make_collaboration),
    ],
)
def test_it_is_told_on_the_page_of_what_it_names(relation, make):
    concerned, other = make(), make()
    disagreement = make_disagreement()
    getattr(disagreement, relation).add(concerned)
    assert told_on(concerned) == [disagreement]
    assert told_on(other) == []


def test_one_of_a_version_is_told_on_the_page_of_its_figure():
    version = make_version()
    disagreement = make_disagreement()
    disagreement.versions.add(version)
    assert told_on(version.figure) == [disagreement]
    assert told_on(make_version().figure) == []


def test_one_of_a_statistic_is_told_where_the_statistic_stands():
    country, partner, indicator = make_country(), make_partner(), make_indicator()
    statistic = make_statistic(indicator=indicator, programme=country)
    statistic.partners.add(partner)
    disagreement = make_disagreement()
    disagreement.statistics.add(statistic)
    assert [told_on(each) for each in (country, partner, indicator)] == [[disagreement]] * 3


def test_one_of_a_project_is_told_in_its_country_too():
    country = make_country()
    disagreement = make_disagreement()
    disagreement.projects.add(make_project(programme=country))
    assert told_on(country) == [disagreement]


def test_it_is_told_once_where_it_touches_a_page_twice():
    country = make_country()
    disagreement = make_disagreement()
    disagreement.programmes.add(country)
    disagreement.projects.add(make_project(programme=country), make_project(programme=country))
    assert told_on(country) == [disagreement]


def test_a_draft_is_told_nowhere():
    fact, partner = make_fact(), make_partner()
    draft = make_disagreement(state="draft")
    draft.facts.add(fact)
    draft.partners.add(partner)
    assert told_on(partner) == []
    assert draft not in disagreements_among("facts")


def test_those_on_facts_are_found_by_their_kind():
    of_facts, of_none = make_disagreement(), make_disagreement()
    of_facts.facts.add(make_fact())
    assert of_facts in disagreements_among("facts")
    assert of_none not in disagreements_among("facts")
    assert of_facts not in disagreements_among("principles")
