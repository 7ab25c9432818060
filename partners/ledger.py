"""The ledger as pages show it: each measure with its meaning, what is published of it, and sums."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from alima_site.editorial.sums import FEW, OVERLAP, NoSum, Reasons, Sum, differ, sum_of
from partners.models import LedgerRow

Measure = LedgerRow.Measure
# What is counted anew each year. A seat or a project lasts, and would be counted again.
ADDABLE = {Measure.FUNDS, Measure.TRAININGS}

REASONS: Reasons = [
    *FEW,
    (differ("measure"), _("different measures are never added.")),
    (differ("currency"), _("amounts in different currencies are never added.")),
    (differ("partner_id"), _("values of different partners are not added.")),
    (
        lambda rows: rows[0].measure not in ADDABLE,
        _("what lasts for years would be counted again each year."),
    ),
    *OVERLAP,
]

# What each measure means, and what somebody would have to publish for it to be filled.
MEANING = {
    Measure.FUNDS: (
        _("Money ALIMA passed on to the partner in the year, in the currency of the source."),
        _("the amounts transferred to each partner, from audited accounts"),
    ),
    Measure.SHARE: (
        _("Funds passed on to the partner, in per cent of the programme funds of that year."),
        _("the funds passed on, and the programme funds they are a part of"),
    ),
    Measure.PROJECTS: (
        _("Projects the partner led together with ALIMA in the year."),
        _("a list of projects by year that names who leads them"),
    ),
    Measure.SEATS: (
        _("Seats on ALIMA’s Board held by representatives of the partner."),
        _("the list of the members of the Board, with the organisation each one represents"),
    ),
    Measure.TRAININGS: (
        _("Trainings held for or by the partner in the year."),
        _("the number of trainings by partner and year"),
    ),
    Measure.STEP: (
        _("What brought the partner nearer to funding by donors without an intermediary."),
        _("a dated document on a grant, an audit or a registration of the partner"),
    ),
}


@dataclass
class Line:
    """A measure: its name and meaning, the public rows, their sums, what would be needed."""

    measure: str
    name: str
    meaning: Any
    needed: Any
    rows: list[LedgerRow] = field(default_factory=list)
    sums: list[Sum | NoSum] = field(default_factory=list)


def sum_up(rows: Iterable[LedgerRow]) -> Sum | NoSum:
    return sum_of(list(rows), REASONS)


def rows_by_partner(partners: Iterable[Any]) -> list[LedgerRow]:
    """The rows of several partners. Wants `with_ledger()`."""
    return [row for partner in partners for row in partner.ledger_rows]


def lines(rows: Iterable[LedgerRow]) -> list[Line]:
    """All measures in their order, with the rows of `for_page()` that are of each."""
    found = list(rows)
    return [_line(measure, [row for row in found if row.measure == measure]) for measure in Measure]


def _line(measure: Any, rows: list[LedgerRow]) -> Line:
    meaning, needed = MEANING[measure]
    line = Line(measure, str(measure.label), meaning, needed, rows)
    if measure in ADDABLE:
        series = groupby(rows, key=lambda row: (row.partner_id, row.currency))
        several = [list(group) for _key, group in series]
        line.sums = [sum_up(group) for group in several if len(group) > 1]
    return line
