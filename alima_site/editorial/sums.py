"""
When values may be added: one indicator, one reporter and one place in one country, with
stated, closed periods that do not overlap, no part beside its whole, no open disagreement.
Everything that shows or writes a sum asks here.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial import wording
from alima_site.editorial.models import Qualifier

# A statistic, read with the indicator, its wholes and its disagreements; or a row of a ledger.
Row = Any
Reasons = list[tuple[Callable[[Sequence[Row]], bool], Any]]


@dataclass(frozen=True)
class Sum:
    """The total of its parts, which are in the order of their periods."""

    value: int | Decimal
    qualifier: str
    parts: list[Row]

    @property
    def start(self) -> datetime.date:
        return self.parts[0].period_start

    @property
    def end(self) -> datetime.date:
        return self.parts[-1].period_end

    @property
    def has_gaps(self) -> bool:
        """Whether days between the first and the last are in no part."""
        return any(days_between(earlier, later) for earlier, later in pairwise(self.parts))

    @property
    def amount(self) -> str:
        return self.parts[0].amount_of(self.value, self.qualifier)

    @property
    def period(self) -> str:
        """The time covered; where there are gaps, each period that was counted."""
        if not self.has_gaps:
            return wording.counted_period(self.start, self.end)
        return ", ".join(wording.counted_period(p.period_start, p.period_end) for p in self.parts)

    @property
    def sentence(self) -> str:
        """The sum as it is read: “Sum of 3 values, 2021 to 2023: more than 1,500”."""
        count = wording.number(len(self.parts))
        label = _("Sum of %(count)s values, %(period)s") % {"count": count, "period": self.period}
        return wording.labelled(label, self.amount)


@dataclass(frozen=True)
class NoSum:
    """Why values are not added, in the reader's language."""

    reason: Any

    @property
    def sentence(self) -> str:
        return wording.labelled(_("No sum"), str(self.reason))


# More values than this are never one series of periods.
MOST = 500
TOO_MANY = NoSum(gettext_lazy("more values are chosen than are ever added; choose fewer."))


def sum_of(rows: Any, reasons: Reasons | None = None) -> Sum | NoSum:
    """
    The sum of the rows (a list, or a queryset), or the first reason why there is none; the
    reasons are those of statistics unless others are given.
    """
    rows = list(rows[: MOST + 1])
    if len(rows) > MOST:
        return TOO_MANY
    for applies, reason in reasons or REASONS:
        if applies(rows):
            return NoSum(reason)
    parts = sorted(rows, key=lambda row: row.period_start)
    return Sum(sum(row.value for row in parts), _qualifier(parts), parts)


def days_between(earlier: Row, later: Row) -> int:
    """The days after the one period and before the other; below zero where they overlap."""
    return (later.period_start - earlier.period_end).days - 1


def differ(name: str) -> Callable[[Sequence[Row]], bool]:
    return lambda rows: len({getattr(row, name) for row in rows}) > 1


def overlap(rows: Sequence[Row]) -> bool:
    """Whether a day is in two periods. Wants closed periods."""
    in_order = sorted(rows, key=lambda row: (row.period_start, row.period_end))
    return any(days_between(earlier, later) < 0 for earlier, later in pairwise(in_order))


def _hold_a_part_and_its_whole(rows: Sequence[Row]) -> bool:
    keys = {row.pk for row in rows}
    return any(keys & row.wholes for row in rows)


def _is_undated(row: Row) -> bool:
    dated = row.period_start and row.period_end
    return not dated or row.period_basis != "stated"


# What stands in the way of any sum, whatever is counted.
FEW: Reasons = [
    (lambda rows: not rows, gettext_lazy("there are no values.")),
    (lambda rows: len(rows) == 1, gettext_lazy("there is one value only.")),
]
OVERLAP: Reasons = [(overlap, gettext_lazy("the periods overlap."))]
# In the order in which a reader would object.
REASONS: Reasons = [
    *FEW,
    (differ("indicator_id"), gettext_lazy("different indicators are never added.")),
    (differ("programme_id"), gettext_lazy("values of different countries are never added.")),
    (differ("place"), gettext_lazy("values of different places are not added.")),
    (differ("reported_by"), gettext_lazy("the values were reported by different organisations.")),
    (
        lambda rows: any(row.indicator.unit == "%" for row in rows),
        gettext_lazy("percentages are not added."),
    ),
    (
        lambda rows: any(row.withheld for row in rows),
        gettext_lazy("a value is withheld so that nobody can be recognised."),
    ),
    (
        lambda rows: any(_is_undated(row) for row in rows),
        gettext_lazy("a period is open, inferred or not stated."),
    ),
    *OVERLAP,
    (_hold_a_part_and_its_whole, gettext_lazy("one value is part of another.")),
    (
        lambda rows: any(row.disagreeing for row in rows),
        gettext_lazy("a value disagrees with another one."),
    ),
]


def _qualifier(parts: Sequence[Row]) -> str:
    """What the parts' qualifiers say of their sum; upper and lower bounds make “about”."""
    qualifiers = {part.qualifier for part in parts} - {Qualifier.EXACT}
    if not qualifiers:
        return Qualifier.EXACT
    return qualifiers.pop() if len(qualifiers) == 1 else Qualifier.ABOUT
