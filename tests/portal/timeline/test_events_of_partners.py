"""Partners and milestones are events where their date is known."""

from types import SimpleNamespace

import pytest

from alima_site.portal.timeline.events import of_alliances, of_milestones
from tests.portal.timeline.stand_ins import place, record

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_partner_without_a_year_is_no_event():
    known, unknown = (
        SimpleNamespace(alliance_year=year, country=place("NE"), get_absolute_url=lambda: "/befen/")
        for year in (2009, None)
    )
    (event,) = of_alliances([unknown, known])
    assert (event.kind, event.start, event.date, event.countries) == (
        "alliance", "2009", "2009", ("NE",),
    )  # fmt: skip


def test_a_milestone_without_a_date_is_no_event_and_one_with_it_is_told_as_the_fact_says_it():
    dated, undated = (
        record(date_from=start, when="in spring", label="A milestone", countries=[place("CD")])
        for start in ("2018-05", "")
    )
    (event,) = of_milestones([undated, dated])
    assert (event.start, event.date, event.title) == ("2018-05", "in spring", "A milestone")
    assert event.countries == ("CD",)
