"""What of a statistic decides whether its value is told."""

import datetime
from typing import Any, NamedTuple

PER_CENT = "%"

Ends = tuple[datetime.date, datetime.date]


class Counted(NamedTuple):
    """What matters of a statistic here. The names of `FIELDS` are those of its queryset."""

    key: int
    value: int
    whole: int | None
    indicator: int
    country: int | None
    place: str
    reporter: str
    start: datetime.date | None
    end: datetime.date | None
    threshold: int
    unit: str

    @property
    def is_small(self) -> bool:
        return 0 < self.value < self.threshold

    @property
    def cell(self) -> tuple[Any, ...]:
        return self.indicator, self.reporter, self.start, self.end

    @property
    def line(self) -> tuple[Any, ...]:
        return self.indicator, self.country, self.place, self.reporter

    @property
    def ends(self) -> Ends | None:
        """The first day, and the first day after; None for an open or unknown period."""
        if self.start is None or self.end is None or self.end == datetime.date.max:
            return None
        return self.start, self.end + datetime.timedelta(days=1)


FIELDS = (
    "pk", "value", "subset_of_id", "indicator_id", "programme_id", "place", "reported_by",
    "period_start", "period_end", "threshold", "indicator__unit",
)  # fmt: skip

# Rows that count the same thing, of which a reader may use any: repeated publications.
Tile = list[Counted]
