"""Which values are withheld, found for as few statistics as they can depend on."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, reduce
from itertools import pairwise, starmap
from operator import or_
from typing import Any

from django.db.models import CharField, F, Max, Q, QuerySet, Subquery, Value

from alima_site.editorial.models import Indicator, threshold_of
from programs.disclosure.counted import FIELDS, PER_CENT, Counted
from programs.disclosure.suppression import withheld

# A kind of link, and the two indicators it links; a small count links its own to itself.
SMALL, PART, CONFLICT = "small", "part", "conflict"


class Decision:
    """
    Which values are withheld, and why: taken indicator by indicator, when the first record
    of one is read. A value depends on those of its own indicator, and of all that are tied
    to it as part or whole; where none of these is small, nothing is withheld. Where periods
    do not overlap, it depends on those of its own period alone.
    """

    def __init__(self, public: QuerySet) -> None:
        self.public = public
        self.found: dict[int, str] = {}
        self.decided: set[int] = set()

    def reasons(
        self, indicators: set[int] | None = None, rows: Sequence[Any] = ()
    ) -> dict[int, str]:
        """
        By key of the statistic; of all indicators, or at least of these, or of these rows
        where they are given.
        """
        if indicators == set():
            return self.found
        asked = set(self.links[SMALL]) if indicators is None else indicators
        # What a table says beside a value: those it disagrees with.
        beside = {other for one in asked for other in self.links[CONFLICT].get(one, ())}
        self._decide(self._tied(asked | beside) - self.decided, rows)
        return self.found

    def _decide(self, indicators: set[int], asked: Sequence[Any]) -> None:
        wanted = {one for one in indicators if self._tied({one}) & set(self.links[SMALL])}
        apart = self._decided_by_period(wanted) if asked and wanted else set()
        self.decided |= indicators - apart
        if wanted:
            which = Q(indicator__in=wanted - apart)
            if apart:
                ends = {(row.period_start, row.period_end) for row in asked}
                periods = [Q(period_start=start, period_end=end) for start, end in ends]
                which |= Q(indicator__in=apart) & reduce(or_, periods)
            known = self.public.annotate(threshold=threshold_of("indicator__")).filter(which)
            rows = known.order_by().values_list(*FIELDS)
            self.found |= withheld(starmap(Counted, rows.iterator()))

    def _decided_by_period(self, indicators: set[int]) -> set[int]:
        """
        Those of which no value depends on one of another period: without declared parts, and
        with periods that are the same or have no day in common.
        """
        alone = {one for one in indicators if not self.links[PART].get(one)}
        closed = self.public.filter(
            indicator__in=alone, period_start__isnull=False, period_end__isnull=False
        )
        columns = ("indicator_id", "reported_by", "period_start", "period_end")
        periods = closed.order_by(*columns).values_list(*columns).distinct()
        return alone - {
            before[0]
            for before, after in pairwise(periods)
            if before[:2] == after[:2] and after[2] <= before[3]
        }

    def _tied(self, indicators: set[int]) -> set[int]:
        """These and all they are tied to, directly or not."""
        tied, waiting = set(indicators), list(indicators)
        while waiting:
            new = self.links[PART].get(waiting.pop(), set()) - tied
            tied |= new
            waiting += new
        return tied

    def small_counts(self) -> QuerySet:
        """Counts below their thresholds; none is looked at that is below no threshold."""
        every = Indicator._base_manager.order_by().values(of=Value(1))
        highest = every.annotate(highest=Max(threshold_of())).values("highest")
        return self.public.annotate(threshold=threshold_of("indicator__")).filter(
            value__gt=0, value__lt=Subquery(highest), threshold__gt=F("value")
        )

    def small_rates(self) -> QuerySet:
        """Rates that may come to a small count: parts, which have an index of their own."""
        rates = self.public.filter(indicator__unit=PER_CENT, subset_of__isnull=False)
        return rates.exclude(value=0)

    @cached_property
    def links(self) -> dict[str, dict[int, set[int]]]:
        """Of each kind, from indicator to indicators, both ways. One query."""
        parts = _linked(self.public.filter(subset_of__isnull=False), PART, "subset_of__indicator")
        disagreeing = self.public.filter(conflicts_with__isnull=False)
        conflicts = _linked(disagreeing, CONFLICT, "conflicts_with__indicator")
        found: Any = {kind: defaultdict(set) for kind in (SMALL, PART, CONFLICT)}
        rates = _linked(self.small_rates(), SMALL, "indicator")
        for kind, one, other in _linked(self.small_counts(), SMALL, "indicator").union(
            rates, parts, conflicts
        ):
            found[kind][one].add(other)
            found[kind][other].add(one)
        return found


def _linked(rows: QuerySet, kind: str, other: str) -> QuerySet:
    columns = {"kind": Value(kind, CharField()), "one": F("indicator_id"), "other": F(other)}
    return rows.order_by().annotate(**columns).values_list(*columns)
