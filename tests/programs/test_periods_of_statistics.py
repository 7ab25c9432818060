"""How a statistic is dated, and what a reader must know of that."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from programs.models import PatientStatistic

FIRST, LAST = datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)


def dated(start=FIRST, end=LAST, basis="stated"):
    return PatientStatistic(period_start=start, period_end=end, period_basis=basis)


def test_a_calendar_year_is_known_by_its_first_and_last_day():
    assert dated().whole_year == 2022


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (FIRST, None),
        (None, LAST),
        (None, None),
        (datetime.date(2021, 1, 1), LAST),
        (datetime.date(2022, 1, 2), LAST),
        (datetime.date(2022, 2, 1), LAST),
        (FIRST, datetime.date(2022, 12, 30)),
        (FIRST, datetime.date(2022, 10, 31)),
    ],
)
def test_any_other_period_is_no_year(start, end):
    assert dated(start, end).whole_year is None


@pytest.mark.parametrize(
    ("start", "end", "basis"),
    [
        (FIRST, LAST, "stated"),
        (FIRST, LAST, "inferred"),
        (FIRST, LAST, "end inferred"),
        (FIRST, None, "open"),
        (None, None, "not stated"),
    ],
)
def test_how_a_period_is_known_fits_its_days(start, end, basis):
    dated(start, end, basis).refuse_other_basis()


@pytest.mark.parametrize(
    ("start", "end", "basis"),
    [
        (FIRST, None, "stated"),
        (None, LAST, "stated"),
        (None, None, "inferred"),
        (FIRST, LAST, "open"),
        (None, None, "open"),
        (None, LAST, "open"),
        (FIRST, None, "not stated"),
        (None, LAST, "not stated"),
    ],
)
def test_what_contradicts_the_days_is_refused_beside_its_field(start, end, basis):
    with override("en"), pytest.raises(ValidationError, match="does not fit the dates") as refused:
        dated(start, end, basis).refuse_other_basis()
    assert list(refused.value.message_dict) == ["period_basis"]


@pytest.mark.parametrize(
    ("basis", "english", "french"),
    [
        ("stated", "", ""),
        ("inferred", "year inferred", "année déduite"),
        ("end inferred", "end inferred", "fin déduite"),
        ("open", "no end given", "fin non indiquée"),
        ("not stated", "no period given", "période non indiquée"),
    ],
)
def test_a_reader_is_told_how_the_period_is_known(basis, english, french):
    for language, words in (("en", english), ("fr", french)):
        with override(language):
            assert str(dated(basis=basis).period_remark) == words
