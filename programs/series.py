"""The one series by year that a country page draws."""

from collections import defaultdict
from collections.abc import Iterable

from alima_site.editorial.series import Point, Series
from programs.models import PatientStatistic

# Shown first where two indicators have as many years: what ALIMA began with.
FAVOURITE = "sam_children"


def yearly_series(statistics: Iterable[PatientStatistic]) -> Series | None:
    """
    The indicator with the most years, at least two, each with one value only:
    whole country, whole calendar years, reported by ALIMA. Years between the
    first and the last without a value are gaps. None where there is no such series.
    """
    years: dict[str, dict[int, list[PatientStatistic]]] = defaultdict(lambda: defaultdict(list))
    for row in statistics:
        if row.whole_year and not row.place and not row.subset_of_id and row.reported_by == "ALIMA":
            years[row.indicator.slug][row.whole_year].append(row)
    candidates = [
        (len(by_year), code == FAVOURITE, by_year)
        for code, by_year in years.items()
        if len(by_year) > 1 and all(len(rows) == 1 for rows in by_year.values())
    ]
    if not candidates:
        return None
    by_year = max(candidates, key=lambda candidate: candidate[:2])[2]
    indicator = next(iter(by_year.values()))[0].indicator
    return Series(
        title=str(indicator.name),
        unit=indicator.get_unit_display(),
        points=[_point(year, by_year.get(year)) for year in range(min(by_year), max(by_year) + 1)],
    )


def _point(year: int, rows: list[PatientStatistic] | None) -> Point:
    if not rows:
        return Point(year, None)
    row = rows[0]
    return Point(year, row.value, row.qualifier, row.period_basis != PatientStatistic.Basis.STATED)
