"""What shows that ALIMA and local NGOs work together: co-managed countries and members."""

import pytest

from alima_site.portal.evidence.working_together import countries_proof, partners_proof
from tests.portal.evidence.known_things import country, known, partner

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_co_managed_country_names_its_members_and_no_other_partner():
    niger = country("Niger", partner("BEFEN"), partner("OTHER", kind="operational-partner"))
    proof = countries_proof([niger])
    assert [tuple(link) for link in proof.links] == [("Niger: BEFEN", "/Niger/")]
    assert proof.words == "1 country"


def test_countries_without_a_member_are_not_co_managed_and_the_others_stand_by_name():
    names = ["Tchad", "Éthiopie", "Mali"]
    countries = [country(name, partner("P")) for name in names]
    countries.append(country("Bénin", partner("OTHER", kind="operational-partner")))
    found = known(countries=countries).co_managed
    assert [each.name for each in found] == ["Éthiopie", "Mali", "Tchad"]


def test_the_main_source_of_each_country_is_named_once():
    countries = [country("One", sources=("report", "further")), country("No source")]
    countries += [country("Two", sources=("leaflet",)), country("Three", sources=("report",))]
    assert countries_proof(countries).sources == ["report", "leaflet"]


def test_members_are_named_with_the_year_or_with_the_gap():
    members = [partner("BEFEN", alliance_year=2009), partner("NEW")]
    links = partners_proof(members).links
    assert [link.label for link in links] == [
        "BEFEN (since 2009)",
        "NEW (start not published)",
    ]


def test_all_members_are_counted_where_the_page_names_only_the_first():
    assert partners_proof([partner("A", members_in_all=30)]).words == "30 local NGOs"
    assert partners_proof([partner("A", members_in_all=1)]).words == "1 local NGO"
