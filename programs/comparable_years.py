"""Which values of an indicator stand beside each other, year by year; and the latest of each."""

from collections import defaultdict
from collections.abc import Iterable

from programs.models import PatientStatistic
from programs.querysets.statistics import ALIMA

ByYear = dict[int, PatientStatistic]


def with_value(statistics: Iterable[PatientStatistic]) -> list[PatientStatistic]:
    return [row for row in statistics if not row.withheld]


def comparable_years(statistics: Iterable[PatientStatistic], reporter: str = ALIMA) -> list[ByYear]:
    """
    For each indicator its values by year: whole country, whole calendar years,
    from one reporter, no part of another value, not withheld. An indicator that has
    two values for one year is left out, because nothing here can choose between them.
    """
    years: dict[str, dict[int, list[PatientStatistic]]] = defaultdict(lambda: defaultdict(list))
    for row in with_value(statistics):
        if (
            row.whole_year
            and not row.place
            and not row.subset_of_id
            and row.reported_by == reporter
        ):
            years[row.indicator.slug][row.whole_year].append(row)
    return [
        {year: rows[0] for year, rows in by_year.items()}
        for by_year in years.values()
        if all(len(rows) == 1 for rows in by_year.values())
    ]


def whole_years(rows: list[PatientStatistic], most: int) -> list[PatientStatistic]:
    """
    Those of the latest `most` statistics that a chart can be made of. Where there are more, the
    earliest year is cut through, and what is missing could contradict what is there.
    """
    last = rows[-1].period_start if len(rows) >= most else None
    if last is None:
        return rows
    return [row for row in rows if row.period_start and row.period_start.year > last.year]


def latest_figures(statistics: Iterable[PatientStatistic], most: int = 4) -> list[PatientStatistic]:
    """The latest value of each indicator: the most recent years first, then the largest."""
    latest = [by_year[max(by_year)] for by_year in comparable_years(statistics)]
    latest.sort(key=lambda row: (row.whole_year, row.value), reverse=True)
    return latest[:most]
