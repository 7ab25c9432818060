"""Series by year, as the pages of countries and topics draw them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.series import Point, Series
from programs.comparable_years import ByYear, comparable_years
from programs.models import PatientStatistic
from programs.querysets.statistics import ALIMA

# Drawn where two indicators have as many years: what ALIMA began with.
FAVOURITE = "sam_children"


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
    statistics: Iterable[PatientStatistic], reporter: str = ALIMA
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


def _with_two_years(statistics: Iterable[PatientStatistic], reporter: str = ALIMA) -> list[ByYear]:
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
