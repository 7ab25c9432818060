"""What comes along with countries, and how the map shows them."""

import pytest
from django.utils.translation import override

from programs.models import CountryProgramme
from tests.factories import (
    make_country,
    make_partner,
    make_presence,
    make_source,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    return make_country(slug="made-land", country="ZW", status="active")


def on_the_map(country):
    return CountryProgramme.objects.for_map().get(pk=country.pk)


def test_the_presences_of_a_country_begin_with_the_earliest(country):
    for start, end in (("2024", ""), ("2010", "2012")):
        make_presence(country, start, end)
    with override("en"):
        assert on_the_map(country).presence_words == "2010 to 2012 · since 2024"


def test_a_country_without_presences_says_nothing_of_them(country):
    assert on_the_map(country).presence_words == ""


def test_a_member_of_the_alliance_makes_a_country_one_of_the_alliance(country):
    assert on_the_map(country).map_kind == "programme"
    country.co_managed_with.add(make_partner(acronym="P", kind="alliance-member"))
    assert on_the_map(country).map_kind == "alliance"


@pytest.mark.parametrize("given", [{"state": "draft"}, {"kind": "operational-partner"}])
def test_neither_a_draft_nor_another_partner_does(given, country):
    given = {"kind": "alliance-member"} | given
    country.co_managed_with.add(make_partner(acronym="P", **given))
    assert on_the_map(country).map_kind == "programme"


@pytest.mark.parametrize("status", ["closed", "headquarters", "unknown"])
def test_a_country_that_is_not_active_is_past_on_the_map(status):
    assert on_the_map(make_country(status=status)).map_kind == "past"


def test_a_place_on_the_map_is_named_and_linked(country):
    with override("en"):
        assert on_the_map(country).on_the_map == {
            "code": "ZW", "name": "A country (en)", "kind": "programme",
            "url": "/en/programmes/made-land/",
        }  # fmt: skip


def test_only_public_partners_come_with_a_country(country):
    shown, hidden = make_partner(acronym="SHOWN"), make_partner(acronym="HIDDEN", state="draft")
    country.co_managed_with.add(shown, hidden)
    found = CountryProgramme.objects.for_index().get(pk=country.pk)
    assert [partner.acronym for partner in found.public_partners] == ["SHOWN"]


def test_a_presence_names_its_source_only_where_that_is_public(country):
    presence = make_presence(country, "2010")
    assert presence.public_sources == [country.source]
    presence.source = make_source(state="draft")
    assert presence.public_sources == []
