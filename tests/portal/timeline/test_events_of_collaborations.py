"""Collaborations as events: their kind, and none older than the alliance."""

import pytest

from alima_site.portal.timeline.events import of_collaborations
from tests.portal.timeline.stand_ins import record

pytestmark = pytest.mark.usefixtures("in_english")


def collaboration(since, until=""):
    return record(
        since=since, until=until, short_name="CORAL", get_kind_display=lambda: "research platform"
    )


@pytest.mark.parametrize(
    ("since", "is_told"), [("1996", False), ("2008-12", False), ("2009", True), ("2013-06", True)]
)
def test_what_is_older_than_the_alliance_is_not_its_history(since, is_told):
    assert bool(list(of_collaborations([collaboration(since)]))) is is_told


def test_a_collaboration_is_told_with_its_kind_and_names_no_country():
    (event,) = of_collaborations([collaboration("2013", "2019")])
    assert (event.title, event.date) == ("Research platform: CORAL", "2013 to 2019")
    assert event.countries == ()
