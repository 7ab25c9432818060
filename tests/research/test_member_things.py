"""Organisations and their members in the words of schema.org."""

import pytest

from research.structured_data import (
    membership,
    research_organization,
)
from tests.research.unsaved import a_collaboration, a_member

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_member_with_dates_has_a_role():
    role = membership(a_member("Inserm", since="2016", until="2020-05"))
    assert role["@type"] == "OrganizationRole"
    assert (role["startDate"], role["endDate"]) == ("2016", "2020-05")
    assert role["member"]["name"] == "Inserm"


@pytest.mark.parametrize("known", [{"since": "2016"}, {"until": "2020"}])
def test_one_date_makes_a_role_too(known):
    assert membership(a_member(**known))["@type"] == "OrganizationRole"


def test_a_member_without_dates_is_an_organisation():
    assert membership(a_member("Inserm")) == {"@type": "ResearchOrganization", "name": "Inserm"}


def test_a_member_has_the_ror_of_its_record_unless_it_has_its_own():
    institute = a_collaboration(slug="institute", ror="02vjkv261")
    assert membership(a_member(institution=institute))["identifier"]["value"] == "02vjkv261"
    own = a_member(institution=institute, ror="01cwqze88")
    assert membership(own)["identifier"]["value"] == "01cwqze88"


def test_a_member_leads_to_its_record_only_where_that_is_public():
    shown, hidden = a_collaboration(slug="shown"), a_collaboration(slug="hidden", state="draft")
    assert membership(a_member(institution=shown))["url"] == "/en/research/shown/"
    assert "url" not in membership(a_member(institution=hidden))


def test_an_organisation_names_the_members_that_can_be_known():
    by_ror, by_page = a_member("R", ror="02vjkv261"), a_member("P", a_collaboration(slug="p"))
    alliance = a_collaboration(by_ror, by_page, a_member("Neither"), slug="alliance")
    members = research_organization(alliance)["member"]
    assert [member["name"] for member in members] == ["R", "P"]
