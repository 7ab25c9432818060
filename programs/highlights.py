"""What a country page draws: its latest figures, series by year, and parts of wholes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.series import Part, Point, Series, Whole
from programs.models import PatientStatistic

# Drawn where two indicators have as many years: what ALIMA began with.
FAVOURITE = "sam_children"

ByYear = dict[int, PatientStatistic]


def with_value(statistics: Iterable[PatientStatistic]) -> list[PatientStatistic]:
    return [row for row in statistics if not row.withheld]


def comparable_years(
    statistics: Iterable[PatientStatistic], reporter: str = "ALIMA"
) -> list[ByYear]:
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


class YearlySeries(NamedTuple):
    """A series as it is drawn, and the statistics behind its bars."""

    drawn: Series
    rows: list[PatientStatistic]


def yearly_series(statistics: Iterable[PatientStatistic]) -> YearlySeries | None:
    """
    The indicator with the most years as a series; None where none has two.
    Years between the first and the last without a value are gaps.
    """
    candidates = _with_two_years(statistics)
    if not candidates:
        return None
    first = candidates[0]
    return _series(first, range(min(first), max(first) + 1))


def small_multiples(statistics: Iterable[PatientStatistic]) -> list[YearlySeries]:
    """
    Every other indicator with two years or more, as series over the same years: from
    the first to the last year that any of them has. Years without a value are gaps.
    """
    others = _with_two_years(statistics)[1:]
    if not others:
        return []
    known = {year for by_year in others for year in by_year}
    years = range(min(known), max(known) + 1)
    return [_series(by_year, years) for by_year in others]


def series_by_country(
    statistics: Iterable[PatientStatistic], reporter: str = "ALIMA"
) -> list[YearlySeries]:
    """
    Every indicator of every country with two years or more, as series over the same
    years; countries in the order of the list. A title names the country where there are several.
    """
    rows = list(statistics)
    found: list[ByYear] = []
    countries = {row.programme_id: row.programme for row in rows}
    for key in countries:
        found += _with_two_years([row for row in rows if row.programme_id == key], reporter)
    if not found:
        return []
    known = {year for by_year in found for year in by_year}
    years = range(min(known), max(known) + 1)
    drawn = [_series(by_year, years) for by_year in found]
    return [_in_country(series) for series in drawn] if len(countries) > 1 else drawn


def _in_country(series: YearlySeries) -> YearlySeries:
    country = series.rows[0].programme or _("All countries")
    title = wording.labelled(country, series.drawn.title)
    return YearlySeries(replace(series.drawn, title=title), series.rows)


def _with_two_years(
    statistics: Iterable[PatientStatistic], reporter: str = "ALIMA"
) -> list[ByYear]:
    """Indicators with two comparable years or more; the one a page draws large comes first."""
    candidates = [by_year for by_year in comparable_years(statistics, reporter) if len(by_year) > 1]

    def rank(by_year: ByYear) -> tuple[int, bool, int, str]:
        slug = by_year[max(by_year)].indicator.slug
        return -len(by_year), slug != FAVOURITE, -max(by_year), slug

    return sorted(candidates, key=rank)


def _series(by_year: ByYear, years: range) -> YearlySeries:
    indicator = by_year[min(by_year)].indicator
    points = [_point(year, by_year.get(year)) for year in years]
    drawn = Series(
        str(indicator.name), indicator.get_unit_display(), points, indicator.get_absolute_url()
    )
    return YearlySeries(drawn, [by_year[year] for year in sorted(by_year)])


def _point(year: int, row: PatientStatistic | None) -> Point:
    if row is None:
        return Point(year, None)
    return Point(year, row.value, row.qualifier, row.period_basis != PatientStatistic.Basis.STATED)


def parts_of_wholes(statistics: Iterable[PatientStatistic]) -> list[Whole]:
    """
    The values of the list that have published parts in it, each with those parts:
    of the same dated period, place, reporter and unit. The latest wholes come first.
    """
    rows = with_value(statistics)
    by_key = {row.pk: row for row in rows}
    parts: dict[int, list[PatientStatistic]] = defaultdict(list)
    for row in rows:
        whole = by_key.get(row.subset_of_id or 0)
        if whole and _is_comparable(row, whole):
            parts[whole.pk].append(row)
    wholes = [row for row in rows if row.pk in parts]
    wholes.sort(key=lambda row: (row.period_end or row.period_start, row.value), reverse=True)
    return [_whole(row, parts[row.pk]) for row in wholes]


def _is_comparable(part: PatientStatistic, whole: PatientStatistic) -> bool:
    """Whether the part can be drawn on a bar of the whole; not when a period is unknown."""
    same = ("period_start", "period_end", "place", "reported_by")
    return (
        part.period_start is not None
        and part.value <= whole.value
        and part.indicator.unit == whole.indicator.unit
        and all(getattr(part, name) == getattr(whole, name) for name in same)
    )


def _whole(row: PatientStatistic, parts: list[PatientStatistic]) -> Whole:
    reporter = (
        "" if row.reported_by == "ALIMA" else _("reported by %(who)s") % {"who": row.reported_by}
    )
    period = wording.counted_period(row.period_start, row.period_end)
    said = (period, wording.listed(row.place), reporter, row.period_remark)
    ordered = sorted(parts, key=lambda part: (-part.value, part.slug))
    return Whole(
        str(row.indicator.name),
        row.value,
        _amount(row),
        row.get_absolute_url(),
        " · ".join(str(words) for words in said if words),
        [_part(part, row) for part in ordered],
    )


def _amount(row: PatientStatistic) -> str:
    return wording.amount(row.value, row.indicator.unit, row.qualifier, row.get_qualifier_display())


def _part(row: PatientStatistic, whole: PatientStatistic) -> Part:
    """The part by the name of its indicator; of the same indicator, by what was counted."""
    title = row.indicator.name
    if row.indicator_id == whole.indicator_id and row.hint:
        title = row.hint
    remark = "" if row.period_basis == whole.period_basis else row.period_remark
    return Part(str(title), row.value, _amount(row), row.get_absolute_url(), str(remark))
