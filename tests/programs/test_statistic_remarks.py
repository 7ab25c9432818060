"""What a line of a statistics table says beside its value."""

import pytest

from partners.models import Partner
from programs.disclosure.suppression import SMALL
from programs.templatetags.statistics import statistic_rows
from tests.programs.unsaved import a_statistic

pytestmark = pytest.mark.usefixtures("in_english")


def line(anchors=False, **given):
    return statistic_rows([a_statistic(**given)], anchors)


def test_places_and_partners_are_named():
    row = a_statistic(place="Mirriah; Dakoro")
    row.public_partners = [Partner(acronym="MADE")]
    assert "Mirriah · Dakoro · MADE" in statistic_rows([row])


def test_who_reported_is_said_of_others_than_alima():
    assert "reported by" not in line()
    assert "reported by Others" in line(reported_by="Others")


def test_a_part_names_its_whole_and_leads_to_it():
    row = a_statistic()
    row.whole_slug, row.whole_indicator_slug = "the-whole", "all-cases"
    row.whole_indicator_name_fr = "Cas"
    row.whole_indicator_name_en = "All < cases"
    html = statistic_rows([row])
    link = '<a href="/en/figures/indicators/all-cases/#the-whole">All &lt; cases</a>'
    assert f"part of {link}" in html


def test_a_disagreement_shows_the_other_value_and_who_gave_it():
    row, other = a_statistic(), a_statistic(777, slug="other", reported_by="Others <x>")
    row.disagreeing = [other]
    html = statistic_rows([row])
    assert '<span class="badge badge--conflict">disagrees</span>' in html
    assert '#other">777</a>' in html
    assert "Others &lt;x&gt;" in html


def test_a_disagreeing_value_that_is_withheld_stays_so():
    row = a_statistic()
    row.disagreeing = [a_statistic(7, withheld=SMALL)]
    assert ">&lt; 10</a>" in statistic_rows([row])


def test_an_inferred_year_has_one_badge():
    html = line(period_basis="inferred", confidence="inferred")
    assert html.count("badge--inferred") == 1
    assert "year inferred" in html


def test_what_else_is_inferred_is_said_too():
    assert "inferred, see the words beside it" in line(confidence="inferred")
    assert "badge" not in line()
