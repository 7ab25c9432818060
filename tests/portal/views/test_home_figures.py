"""The figures of the home page: as published, in their order, without holes."""

from decimal import Decimal

import pytest

from alima_site.editorial.models import Figure, FigureVersion
from alima_site.portal.page_queries import CONCERNS, HEADLINES, RESEARCH_ALLIES
from alima_site.portal.views.home import allies_in, concerns, headline, headlines, series_of
from research.models import Collaboration

pytestmark = pytest.mark.usefixtures("in_english")


def figure(*versions, slug="patients-total", unit="people"):
    found = Figure(slug=slug, unit=unit, label_en="Patients", label_fr="Patients")
    found.public_versions = list(versions)
    return found


def version(value, is_current=True, **more):
    return FigureVersion(value=Decimal(value), is_current=is_current, **more)


def test_a_headline_has_its_value_its_qualifier_and_its_period():
    said = headline(figure(version(13_000_000, qualifier="more_than", as_of="2022")))
    assert (said["value"], said["qualifier"]) == ("13\u00a0million", "more than")
    assert (said["label"], said["note"]) == ("Patients", "as of 2022")
    assert said["url"] == "/en/figures/patients-total/"


def test_a_headline_without_a_period_says_so():
    assert headline(figure(version(12)))["note"] == "undated"


def test_of_versions_none_of_which_is_current_no_value_is_chosen():
    said = headline(figure(version(10, is_current=False), version(20, is_current=False)))
    assert (said["value"], said["qualifier"], said["note"]) == ("several versions", "", "")


def test_headlines_stand_in_their_order_and_one_that_is_not_public_leaves_no_hole():
    found = {slug: figure(version(1), slug=slug) for slug in reversed(HEADLINES[1:])}
    shown = [each["url"] for each in headlines(found)]
    assert shown == [f"/en/figures/{slug}/" for slug in HEADLINES[1:]]
    assert headlines({}) == []


def test_each_concern_has_the_figure_of_its_word():
    found = {CONCERNS[word]: word for word in ("together", "treat")}
    assert concerns(found) == [("treat", "treat"), ("together", "together")]


def test_allies_stand_in_their_order():
    allies = [Collaboration(slug=slug) for slug in RESEARCH_ALLIES]
    found = allies_in([*reversed(allies), Collaboration(slug="x")])
    assert [id(ally) for ally in found] == [id(ally) for ally in allies]


def test_without_a_country_in_focus_there_is_nothing_to_draw():
    assert series_of(None) is None
