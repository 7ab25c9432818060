"""What a country page puts first: its latest figures, and one series by year."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from alima_site.editorial.series import Point, Series
from programs.models import PatientStatistic

# Drawn where two indicators have as many years: what ALIMA began with.
FAVOURITE = "sam_children"

ByYear = dict[int, PatientStatistic]


def comparable_years(statistics: Iterable[PatientStatistic]) -> list[ByYear]:
    """
    For each indicator its values by year: whole country, whole calendar years,
    reported by ALIMA, no part of another value. An indicator that has two
    values for one year is left out, because nothing here can choose between them.
    """
    years: dict[str, dict[int, list[PatientStatistic]]] = defaultdict(lambda: defaultdict(list))
    for row in statistics:
        if row.whole_year and not row.place and not row.subset_of_id and row.reported_by == "ALIMA":
            years[row.indicator.slug][row.whole_year].append(row)
    return [
        {year: rows[0] for year, rows in by_year.items()}
        for by_year in years.values()
        if all(len(rows) == 1 for rows in by_year.values())
    ]


def latest_figures(statistics: Iterable[PatientStatistic], most: int = 4) -> list[PatientStatistic]:
    """The latest value of each indicator: the most recent years first, then the largest."""
    latest = [by_year[max(by_year)] for by_year in comparable_years(statistics)]
    latest.sort(key=lambda row: (row.whole_year, row.value), reverse=True)
    return latest[:most]


class YearlySeries(NamedTuple):
    """A series as it is drawn, and the statistics behind its bars."""

    drawn: Series
    rows: list[PatientStatistic]


def yearly_series(statistics: Iterable[PatientStatistic]) -> YearlySeries | None:
    """
    The indicator with the most years as a series; None where none has two.
    Years between the first and the last without a value are gaps.
    """
    candidates = [by_year for by_year in comparable_years(statistics) if len(by_year) > 1]
    if not candidates:
        return None
    by_year = max(candidates, key=lambda c: (len(c), c[min(c)].indicator.slug == FAVOURITE))
    indicator = by_year[min(by_year)].indicator
    years = range(min(by_year), max(by_year) + 1)
    points = [_point(year, by_year.get(year)) for year in years]
    drawn = Series(str(indicator.name), indicator.get_unit_display(), points)
    return YearlySeries(drawn, [by_year[year] for year in sorted(by_year)])


def _point(year: int, row: PatientStatistic | None) -> Point:
    if row is None:
        return Point(year, None)
    return Point(year, row.value, row.qualifier, row.period_basis != PatientStatistic.Basis.STATED)
