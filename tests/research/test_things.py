"""Research in the words of schema.org: what is known, and nothing that is not public."""

import pytest
from django.utils.translation import override

from research.structured_data import (
    medical_trial,
    membership,
    research_organization,
    scholarly_article,
)
from tests.research.unsaved import a_collaboration, a_member, a_publication, a_study


@pytest.fixture(autouse=True)
def in_english():
    with override("en"):
        yield


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


def test_a_trial_has_the_number_of_its_registry():
    found = medical_trial(a_study(registration_id="ISRCTN12345678"), [])["identifier"]
    assert (found["propertyID"], found["value"]) == ("ISRCTN", "ISRCTN12345678")
    assert found["url"] == "https://www.isrctn.com/ISRCTN12345678"


def test_a_trial_says_nothing_of_what_is_not_known():
    trial = medical_trial(a_study(), [])
    assert not {"identifier", "sponsor", "status", "studyLocation", "healthCondition"} & set(trial)


def test_a_trial_names_its_sponsor_and_its_countries():
    trial = medical_trial(a_study(sponsor_en="Inserm", countries="ML,NE"), [])
    assert trial["sponsor"] == {"@type": "Organization", "name": "Inserm"}
    assert [place["identifier"] for place in trial["studyLocation"]] == ["ML", "NE"]


def test_a_summarised_title_is_said_to_be_one():
    assert "disambiguatingDescription" not in scholarly_article(a_publication())
    article = scholarly_article(a_publication(title_is_summarised=True))
    assert article["disambiguatingDescription"] == "Title summarised: not to be cited."


def test_an_article_is_free_where_anybody_can_read_it_and_silent_otherwise():
    assert scholarly_article(a_publication(open_access_url="https://x.org"))["isAccessibleForFree"]
    assert "isAccessibleForFree" not in scholarly_article(a_publication())


def test_an_article_has_its_day_or_at_least_its_year():
    dated = a_publication(year=2016, published="2016-03-01")
    assert scholarly_article(dated)["datePublished"] == "2016-03-01"
    assert scholarly_article(a_publication(year=2016))["datePublished"] == "2016"
