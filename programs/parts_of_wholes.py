"""Published values beside the published parts in them, as a country page draws them."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.series import Part, Whole
from programs.comparable_years import with_value
from programs.models import PatientStatistic
from programs.querysets.statistics import ALIMA


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
        "" if row.reported_by == ALIMA else _("reported by %(who)s") % {"who": row.reported_by}
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
