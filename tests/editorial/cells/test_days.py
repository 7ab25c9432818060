"""Cells of dates: as precise as the source is, or whole days."""

import datetime

import pytest

from alima_site.editorial.cells import Day, PartialDate
from tests.editorial.cells.rows import nothing, read, record, refused


@pytest.mark.parametrize("text", ["", "2024", "2024-02", "2024-02-29"])
def test_a_partial_date_is_kept_as_it_is(text):
    assert read(PartialDate("d"), text) == text


@pytest.mark.parametrize("text", ["2024-13", "2023-02-29", "02/2024"])
def test_what_is_no_partial_date_is_refused(text):
    assert refused(PartialDate("d"), text).startswith(f"“{text}” is not a date (2024, 2024-02 or")


@pytest.mark.parametrize(("text", "day"), [("2024-02-29", "2024-02-29"), ("", None)])
def test_a_day_is_a_full_date_or_none(text, day):
    assert read(Day("d"), text) == day


@pytest.mark.parametrize("text", ["2024", "2024-02", "20240229", "2024-W05-1", "29.02.2024"])
def test_a_day_is_written_in_one_way_only(text):
    assert "is not a full date (2024-02-27)" in refused(Day("d"), text)


@pytest.mark.parametrize("text", ["2023-02-29", "2024-00-10"])
def test_a_day_is_in_the_calendar(text):
    assert "is not a day of the calendar" in refused(Day("d"), text)


@pytest.mark.parametrize(
    ("day", "plain"), [(datetime.date(2024, 2, 29), "2024-02-29"), (None, None)]
)
def test_the_day_of_a_record_is_compared_in_the_same_form(day, plain):
    made = record(day=day)
    assert Day("d").current(made, "day") == plain
    Day("d").write(made, "day", plain, nothing)
    assert made.day == day
