"""One activity: its words in the reader's language, and whether it has ended."""

import datetime

import pytest
from django.utils.translation import override

from alima_site.portal.who_does_what.activity import Activity


def activity(end=""):
    names, doing = {"fr": "Ministère", "en": "Ministry"}, {"fr": "soigne", "en": "treats"}
    return Activity("a-slug", None, "government", names, doing, None, end=end)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Ministère", "soigne")),
        ("en", ("Ministry", "treats")),
        (None, ("Ministère", "soigne")),
    ],
)
def test_it_is_told_in_the_readers_language_and_in_french_when_in_doubt(language, words):
    with override(language):
        assert (activity().name, activity().does) == words


@pytest.mark.parametrize("end", ["2019", "2020-02", "2020-02-29"])
def test_what_is_past_has_ended(end):
    assert activity(end).status == "ended"


@pytest.mark.parametrize("precision", ["%Y", "%Y-%m", "%Y-%m-%d"])
def test_on_its_last_day_it_still_goes_on(precision):
    assert activity(f"{datetime.date.today():{precision}}").status == ""


@pytest.mark.parametrize("end", ["", "2999"])
def test_a_missing_end_is_no_proof_of_one(end):
    assert activity(end).status == ""
