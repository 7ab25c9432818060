"""The short facts beside a partner's name, and what machines read of it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.fact_lists import partner_facts
from partners.models import AllianceFact, Episode, Partner, Series
from partners.structured_data import alima, episode, founding_year, ngo
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


def test_what_is_not_known_of_a_partner_is_not_told_to_machines():
    described = ngo(partner())
    assert not described.keys() & {"foundingDate", "sameAs", "description"}
    assert described["areaServed"]["identifier"] == "NE"
    assert ngo(partner(founded_year=2009))["foundingDate"] == "2009"


def test_the_alliance_names_its_members_and_its_places():
    described = alima([partner()], [{"name": "Niger", "code": "NE"}], "2009")
    assert [member["name"] for member in described["member"]] == ["MADE"]
    assert described["areaServed"] == [{"@type": "Country", "name": "Niger", "identifier": "NE"}]
    assert not alima().keys() & {"member", "areaServed", "foundingDate"}


def test_the_founding_year_comes_from_its_fact_alone():
    other = AllianceFact(slug="other", number=1999, unit="year")
    assert founding_year([other, AllianceFact(slug="founded", number=2009, unit="year")]) == "2009"
    assert founding_year([other]) == ""


def test_an_episode_without_a_film_has_no_video():
    film = Episode(number=1, slug="a", title_en="A", series=Series(slug="s", title_en="S"))
    assert "video" not in episode(film)
    film.video_url = "https://video.example/a"
    assert episode(film)["video"]["contentUrl"] == "https://video.example/a"


@pytest.mark.parametrize(
    ("founded", "joined", "is_right"),
    [(2009, 2009, True), (2009, 2012, True), (None, 2012, True), (2009, None, True),
     (2012, 2011, False)],
)  # fmt: skip
def test_the_work_together_cannot_begin_before_the_founding(founded, joined, is_right, db):
    made = partner(founded_year=founded, alliance_year=joined)
    if is_right:
        made.validate_constraints()
        return
    with override("en"), pytest.raises(ValidationError, match="before the founding year"):
        made.validate_constraints()
