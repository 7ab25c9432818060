"""Studies as events: when they begin, and when they are said to go on."""

import pytest

from alima_site.portal.timeline.events import of_studies
from tests.portal.timeline.stand_ins import place, record

pytestmark = pytest.mark.usefixtures("in_english")


def study(start, end=""):
    return record(
        short_title="JIKI", title="A trial", start=start, end=end,
        countries=[place("GN"), place("LR")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [("2014", "2015", "2014 to 2015"), ("2014", "", "2014"), ("2014-03", "", "March 2014")],
)
def test_a_study_without_a_published_end_is_not_said_to_go_on(start, end, date):
    (event,) = of_studies([study(start, end)])
    assert (event.date, event.countries) == (date, ("GN", "LR"))


def test_a_study_without_a_start_is_no_event():
    assert not list(of_studies([study("", "2015")]))
