"""Statistics are read as the public may see them, whatever is asked."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Self

from django.db.models import Case, Exists, Value, When
from django.db.models.query import ModelIterable

from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import SourcedQuerySet, visible_of_many
from programs.disclosure.decision import Decision


class DisclosedIterable(ModelIterable):
    """Statistics as the public may see them: a value that would tell of a few people is gone."""

    queryset: "DisclosedQuerySet"

    def __iter__(self) -> Iterator[Any]:
        rows = super().__iter__()
        # All at once, or as many as are in memory at a time.
        size = self.chunk_size if self.chunked_fetch else None
        while batch := list(islice(rows, size)):
            # A row of a query that does not ask is as one that says yes.
            telling = any(getattr(row, "some_are_small", True) for row in batch)
            indicators = {row.indicator_id for row in batch} if telling else set()
            named = [each for row in batch for each in (row, *row.disagreeing)]
            # What is read piece by piece comes to all periods in the end.
            asked = [] if size else named
            reasons = self.queryset.withheld(indicators, asked) if indicators else {}
            for each in named:
                each.disclose(reasons.get(each.pk, ""))
            yield from batch


class DisclosedQuerySet(SourcedQuerySet):
    # Shared by all querysets that derive from one another, so that it is taken once.
    decision: Decision | None = None

    def _clone(self) -> Self:
        clone = super()._clone()
        clone.decision = self.decision
        return clone

    def published(self, at: datetime.datetime | None = None) -> Self:
        """
        What the public may see, as records: small counts, and what they could be worked
        out from, have no value (see disclosure/). Values are never read past that.
        """
        at = at or this_moment()
        condition = visible_of_many(self.model, at)
        public = self.filter(condition)
        if public.decision is None:
            everything = type(self)(self.model, using=self.db)
            public.decision = Decision(everything.filter(condition))
        public._iterable_class = DisclosedIterable
        return public

    def _values(self, *fields: str, **expressions: Any) -> Self:
        if self._iterable_class is DisclosedIterable and (not fields or "value" in fields):
            raise TypeError("Read public statistics as records: values() does not withhold any.")
        return super()._values(*fields, **expressions)

    def withheld(
        self, indicators: set[int] | None = None, rows: Sequence[Any] = ()
    ) -> dict[int, str]:
        """
        Why values are not shown, by key of the statistic; of all indicators, or at least
        of these rows of these indicators. Wants `published()`.
        """
        if self.decision is None and self._iterable_class is DisclosedIterable:
            self.decision = type(self)(self.model, using=self.db).published().decision
        return self.decision.reasons(indicators, rows) if self.decision else {}

    def anew(self) -> Self:
        self.decision = None
        return self

    def with_a_word_on_small_counts(self) -> Self:
        """Whether there are any at all, so that nothing more is asked where there are none."""
        if self.decision is None:
            return self.annotate(some_are_small=Value(False))
        small, rates = self.decision.small_counts(), self.decision.small_rates()
        return self.annotate(
            some_are_small=Case(When(Exists(small) | Exists(rates), then=True), default=False)
        )
