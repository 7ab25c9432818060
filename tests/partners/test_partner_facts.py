"""The short facts beside a partner's name."""

from django.utils.translation import override

from partners.fact_lists import partner_facts
from partners.models import Partner
from partners.structured_data import ngo
from programs.models import CountryProgramme


def partner(countries=(), **given):
    defaults = {"acronym": "MADE", "slug": "made", "country": "NE", "name_fr": "Fait"}
    made = Partner(**defaults | {"name_en": "Made", "kind": "alliance-member"} | given)
    made.countries = countries
    return made


def facts(made):
    with override("en"):
        return {fact.label: fact.value for fact in partner_facts(made)}


def test_a_year_that_is_not_known_is_said_and_a_website_that_is_not_is_left_out():
    found = facts(partner())
    assert found["With ALIMA since"] == found["Founded"] == "not published"
    assert "Website" not in found
    assert "Co-manages" not in found


def test_what_is_known_stands_there():
    found = facts(partner(alliance_year=2012, founded_year=2009, website="https://made.example"))
    assert (found["With ALIMA since"], found["Founded"]) == ("2012", "2009")
    assert (found["Country"], found["Website"]) == ("Niger", "https://made.example")


def test_each_country_it_co_manages_is_a_link():
    countries = [CountryProgramme(slug=slug, name_en=slug, country="NE") for slug in ("a", "b")]
    with override("en"):
        found = [fact for fact in partner_facts(partner(countries)) if fact.label == "Co-manages"]
        assert [fact.url for fact in found] == ["/en/programmes/a/", "/en/programmes/b/"]


def test_only_members_are_said_to_be_of_the_alliance():
    assert ngo(partner())["memberOf"]["name"] == "ALIMA"
    assert "memberOf" not in ngo(partner(kind="operational-partner"))
