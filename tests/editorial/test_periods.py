"""Periods in words, as precise as they are known."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.editorial import wording


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2013-05-01", "2014-04-30", "May 2013 to April 2014"),
        ("2014-04-01", "2016-12-31", "April 2014 to 2016"),
        ("2021-01-01", "2024-01-31", "2021 to January 2024"),
        ("2022-01-01", "2022-11-30", "January 2022 to November 2022"),
        ("2020-02-01", "2020-12-10", "February 2020 – 10\u00a0December 2020"),
        ("2015-09-18", "2015-10-05", "18\u00a0September 2015 to 5\u00a0October 2015"),
    ],
)
def test_a_day_that_only_opens_or_closes_a_period_is_not_printed(start, end, said):
    from_day, to_day = map(datetime.date.fromisoformat, (start, end))
    with override("en"):
        assert wording.counted_period(from_day, to_day) == said


def test_a_whole_year_is_named_as_a_year():
    day = datetime.date
    with override("en"):
        assert wording.counted_period(day(2022, 1, 1), day(2022, 12, 31)) == "2022"
        assert wording.counted_period(day(2015, 1, 1), day(2016, 12, 31)) == "2015 to 2016"
        assert wording.counted_period(day(2014, 12, 1), None) == "since December 2014"
        assert wording.counted_period(day(2009, 1, 1), None) == "since 2009"
        assert wording.counted_period(day(2010, 1, 12), None) == "since 12\u00a0January 2010"
        assert wording.counted_period(None, None) == ""


@pytest.mark.parametrize(
    ("start", "end", "french"),
    [
        ("2013-05-13", "2014-01-02", "du 13\u00a0mai 2013 au 2\u00a0janvier 2014"),
        ("2013-05", "2014-01", "mai 2013 à janvier 2014"),
        ("2013-05-13", "2014", "13\u00a0mai 2013 – 2014"),
        ("2013-05-13", "", "depuis le 13\u00a0mai 2013"),
        ("2013-05", "", "depuis mai 2013"),
        ("", "2013-05-13", "jusqu’au 13\u00a0mai 2013"),
        ("", "2013", "jusqu’à 2013"),
        ("2013-05-13", "2013-05-13", "13\u00a0mai 2013"),
        ("", "", ""),
    ],
)
def test_french_has_other_words_for_days_than_for_months_and_years(start, end, french):
    with override("fr"):
        assert wording.period(start, end) == french


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2022-03-01", "2022-03-31", "March 2022"),
        ("2022-03-05", "2022-03-05", "5\u00a0March 2022"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2022-01-01", "2022-06-15", "January 2022 – 15\u00a0June 2022"),
        (None, "2024-02-29", "until February 2024"),
        (None, "2023-12-31", "until 2023"),
    ],
)
def test_a_month_that_was_counted_to_its_last_day_is_named_as_a_month(start, end, said):
    from_day, to_day = (day and datetime.date.fromisoformat(day) for day in (start, end))
    with override("en"):
        assert wording.counted_period(from_day, to_day) == said


@pytest.mark.parametrize(
    ("printed", "as_of", "english", "french"),
    [
        ("in ten years", "2019", "as printed: in ten years", "tel qu’imprimé\u00a0: in ten years"),
        ("", "2019-02", "as of February 2019", "état\u00a0: février 2019"),
        ("", "2019-02-03", "as of 3\u00a0February 2019", "au 3\u00a0février 2019"),
        ("", "", "undated", "sans date"),
    ],
)
def test_the_words_of_a_source_come_before_the_date_of_a_figure(printed, as_of, english, french):
    version = SimpleNamespace(period_as_printed=printed, as_of=as_of)
    for language, said in (("en", english), ("fr", french)):
        with override(language):
            assert wording.printed_period(version) == said
