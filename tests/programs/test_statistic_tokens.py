"""A statistic in a text: its value in words, or what stands in its place."""

from decimal import Decimal

import pytest

from programs.disclosure.suppression import DERIVABLE, SMALL
from programs.models import PatientStatistic
from programs.tokens import StatisticTokens
from programs.where_used import in_tables
from tests.factories import make_country, make_indicator, make_partner, make_source, make_statistic
from tests.programs.unsaved import a_statistic, an_indicator

pytestmark = pytest.mark.usefixtures("in_english")

TOKENS = StatisticTokens()


def test_a_sentence_says_large_values_round_and_with_their_qualifier():
    assert (
        TOKENS.words(a_statistic(13_000_000, qualifier="more_than")) == "more than 13\u00a0million"
    )


def test_a_sentence_says_a_percentage_as_one():
    assert TOKENS.words(a_statistic(50, indicator=an_indicator(unit="%"))) == "50%"


@pytest.mark.parametrize(("reason", "words"), [(SMALL, "< 10"), (DERIVABLE, "withheld")])
def test_a_sentence_does_not_tell_what_is_withheld(reason, words):
    assert TOKENS.words(a_statistic(5, withheld=reason)) == words


@pytest.mark.django_db
def test_only_public_statistics_are_found_and_a_small_one_without_its_value():
    make_statistic(slug="shown")
    make_statistic(slug="hidden", state="draft")
    make_statistic(slug="small", value=5)
    found = TOKENS.find(["shown", "hidden", "small", "unknown"])
    assert sorted(found) == ["shown", "small"]
    assert found["small"].value is None


@pytest.mark.django_db
def test_an_editor_is_offered_the_public_statistics_of_a_number():
    make_statistic(value=0)
    for slug, state in (("b", "published"), ("a", "published"), ("c", "draft")):
        make_statistic(slug=slug, value=987654, state=state)
    offers = TOKENS.offers([Decimal("987654"), Decimal("0.5")])
    assert [offer[2] for offer in offers] == ["[[stat:a]]", "[[stat:b]]"]


@pytest.mark.django_db
def test_an_editor_is_not_offered_what_is_withheld():
    indicator = make_indicator()
    make_statistic(value=9877, indicator=make_indicator(threshold=10_000))
    assert TOKENS.offers([Decimal(9877)]) == []
    make_statistic(value=9877, indicator=indicator)
    assert len(TOKENS.offers([Decimal(9877)])) == 1


@pytest.mark.django_db
def test_the_tables_of_a_statistic_are_those_of_public_pages():
    country, hidden = make_country(name_en="Here"), make_indicator(state="draft")
    row = make_statistic(indicator=hidden, programme=country)
    row.partners.add(make_partner(acronym="SHOWN"), make_partner(acronym="H", state="draft"))
    row.partners.add(make_partner(acronym="H", source=make_source(state="draft")))
    assert [use.label for use in in_tables(row)] == ["Here", "SHOWN"]
    assert list(in_tables(country)) == []
    everywhere = PatientStatistic(indicator=make_indicator(name_en="Cases"), pk=row.pk + 1)
    assert [use.label for use in in_tables(everywhere)] == ["Cases"]
