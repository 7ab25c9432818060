"""The rules of adding, on rows of no table: their bounds, their order, and what a sum says."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.editorial.sums import NoSum, Sum, days_between, overlap, sum_of


def row(start="2021-01-01", end="2021-12-31", pk=1, **given):
    """What a sum asks of a statistic."""
    first, last = (date and datetime.date.fromisoformat(date) for date in (start, end))
    values = {
        "pk": pk, "value": 10, "qualifier": "exact", "indicator_id": 1, "programme_id": 1,
        "place": "", "reported_by": "ALIMA", "indicator": SimpleNamespace(unit="people"),
        "withheld": "", "period_start": first, "period_end": last, "period_basis": "stated",
        "wholes": set(), "disagreeing": [],
        "amount_of": lambda value, qualifier: f"{qualifier} {value}",
    }  # fmt: skip
    return SimpleNamespace(**values | given)


def later(**given):
    return row("2022-01-01", "2022-12-31", pk=2, **given)


def why_not(*rows):
    with override("en"):
        found = sum_of(list(rows))
        return str(found.reason) if isinstance(found, NoSum) else ""


@pytest.mark.parametrize(
    ("start", "days", "shared"),
    [("2021-12-31", -1, True), ("2022-01-01", 0, False), ("2022-01-02", 1, False)],
)
def test_periods_overlap_when_they_share_a_single_day(start, days, shared):
    one, other = row(), row(start, "2022-12-31")
    assert days_between(one, other) == days
    assert overlap([other, one]) is shared


def test_a_period_within_another_overlaps_it():
    assert overlap([row(), row("2021-03-01", "2021-03-31"), later()])
    assert overlap([row("2021-01-01", "2021-01-31"), row()])


def test_a_day_without_a_value_is_a_gap():
    assert not sum_of([row(), later()]).has_gaps
    assert sum_of([row(), row("2022-01-02", "2022-12-31", pk=2)]).has_gaps


@pytest.mark.parametrize("missing", ["start", "end"])
def test_a_period_without_a_beginning_or_an_end_is_not_added(missing):
    assert "open" in why_not(row(**{missing: None}), later())


def test_percentages_are_never_added():
    shares = {"indicator": SimpleNamespace(unit="%")}
    assert why_not(row(**shares), later(**shares)) == "percentages are not added."


def test_the_reader_hears_the_weightiest_reason_only():
    other = row(pk=2, indicator_id=2, programme_id=2, place="A town", withheld="small")
    assert why_not(row(), other) == "different indicators are never added."
    other.indicator_id = 1
    assert why_not(row(), other) == "values of different countries are never added."
    other.programme_id, other.place = 1, ""
    assert why_not(row(), other).startswith("a value is withheld")


def test_a_part_beside_its_whole_is_told_whichever_comes_first():
    part = later(wholes={1})
    assert why_not(row(), part) == why_not(part, row()) == "one value is part of another."
    assert why_not(row(), later(wholes={7})) == ""


def test_rows_of_another_kind_bring_reasons_of_their_own():
    dear = [(lambda rows: sum(r.value for r in rows) > 15, "too dear")]
    assert sum_of([row(), later()], dear) == NoSum("too dear")
    assert isinstance(sum_of([row(), row(pk=2)], [(lambda rows: False, "never")]), Sum)


def test_a_sum_is_told_in_the_words_of_its_parts_and_of_the_reader():
    total = sum_of([later(qualifier="more_than", value=5), row()])
    assert [part.pk for part in total.parts] == [1, 2]
    with override("en"):
        assert total.sentence == "Sum of 2 values, 2021 to 2022: more_than 15"
    with override("fr"):
        assert "2021 à 2022" in total.sentence
