"""The sums the site shows of some indicators, as sentences to compare with those after."""

from collections.abc import Collection
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial import wording
from alima_site.editorial.sums import sum_of
from programs.models import PatientStatistic


def sums_of(indicators: Collection[int]) -> dict[str, dict[str, str]]:
    """For each indicator and country what their pages add up, and how much they do not show."""
    rows = list(
        PatientStatistic.objects.for_explorer()
        .filter(indicator__in=indicators)
        .order_by("indicator__slug", "programme__slug")
    )
    found = {}
    for place, group in groupby(rows, key=lambda row: (row.indicator, row.programme)):
        indicator, programme = place
        key = f"{indicator.slug} {programme.slug if programme else ''}"
        found[key] = _in_both(_sentence, indicator, programme, list(group))
    if withheld := len([row for row in rows if row.withheld]):
        found["withheld"] = _in_both(_withheld, withheld)
    return found


def _in_both(say: Any, *about: Any) -> dict[str, str]:
    said = {}
    for language in ("fr", "en"):
        with override(language):
            said[language] = say(*about)
    return said


def _sentence(indicator: Any, programme: Any, rows: list[Any]) -> str:
    where = f"{indicator}, {programme or _('all countries')}"
    if len(rows) > 1:
        return wording.labelled(where, sum_of(rows).sentence)
    row = rows[0]
    shown = row.withheld_words or wording.number(row.value)
    period = wording.counted_period(row.period_start, row.period_end)
    return wording.labelled(where, f"{shown} ({period})" if period else shown)


def _withheld(count: int) -> str:
    return wording.labelled(
        _("Values of these indicators that are not shown, so that nobody can be recognised"),
        wording.number(count),
    )
