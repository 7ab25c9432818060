"""Published numbers that cannot both be right as they stand, found by comparing the records."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.desk import Row
from alima_site.editorial.models import FigureVersion
from alima_site.editorial.querysets import visible
from alima_site.portal.models import Disagreement
from programs.models import PatientStatistic


class Contradiction(NamedTuple):
    """Two records that disagree, on which nothing was decided yet."""

    first: Model
    second: Model
    field: str  # the relation of a Disagreement that takes both

    @property
    def decide_with(self) -> str:
        """What the form of a new disagreement is opened with."""
        return f"{self.field}={self.first.pk},{self.second.pk}"

    def concerns(self, record: Model) -> bool:
        return record in (self.first, self.second)


def undecided() -> list[Contradiction]:
    """All pairs of public records that disagree and stand in no decided disagreement."""
    # Staff compare the values themselves, small ones too: `published()` would withhold them.
    public = PatientStatistic.objects.filter(visible(PatientStatistic, timezone.now()))
    statistics = public.select_related("indicator", "programme")
    versions = FigureVersion.objects.published().select_related("figure")
    return [
        *_pairs(statistics, "statistics", _same_count, _statistics_disagree),
        *_pairs(versions, "versions", lambda version: version.figure_id, _versions_disagree),
    ]


def to_decide(user: Any) -> Iterator[Row]:
    """For the desk: each pair, one click from its decision."""
    if not user.has_perm("portal.add_disagreement"):
        return
    for pair in undecided():
        first, second = (wording.number(each.value) for each in (pair.first, pair.second))  # type: ignore[attr-defined]
        address = f"{reverse('admin:portal_disagreement_add')}?{pair.decide_with}"
        detail = _("%(first)s and %(second)s") % {"first": first, "second": second}
        badge = _("contradiction")
        yield Row(
            str(pair.first), address, detail, badge, "conflict", _("decide or explain"), address
        )


def _pairs(records: Any, field: str, key: Any, disagree: Any) -> Iterator[Contradiction]:
    decided = _decided(field)
    groups: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    for group in groups.values():
        for first, second in combinations(group, 2):
            settled = decided.get(first.pk, set()) & decided.get(second.pk, set())
            if first.value != second.value and disagree(first, second) and not settled:
                yield Contradiction(first, second, field)


def _decided(field: str) -> dict[int, set[int]]:
    """For each record, the decided disagreements it stands in."""
    found: dict[int, set[int]] = defaultdict(set)
    closed = Disagreement.objects.exclude(status=Disagreement.Status.OPEN)
    rows: Iterable[tuple[int, int]] = closed.exclude(**{field: None}).values_list(field, "pk")
    for record, disagreement in rows:
        found[record].add(disagreement)
    return found


def _same_count(row: PatientStatistic) -> tuple[Any, ...]:
    return row.indicator_id, row.programme_id, row.place


def _statistics_disagree(first: PatientStatistic, second: PatientStatistic) -> bool:
    """
    One reporter with overlapping periods, or two for the very same period. A part and its
    whole are not compared.
    """
    if first.subset_of_id == second.pk or second.subset_of_id == first.pk:
        return False
    if first.reported_by == second.reported_by:
        return _overlap(first, second)
    periods = {(row.period_start, row.period_end) for row in (first, second)}
    return len(periods) == 1 and first.period_start is not None


def _versions_disagree(first: FigureVersion, second: FigureVersion) -> bool:
    """True as of the same day, month or year; or for overlapping periods where both have one."""
    if first.as_of and first.as_of == second.as_of:
        return True
    return bool(first.period_end and second.period_end) and _overlap(first, second)


def _overlap(first: Any, second: Any) -> bool:
    """Whether the periods share a day; one without a start is not dated at all."""
    if not first.period_start or not second.period_start:
        return False
    return (
        first.period_start <= (second.period_end or date.max)
        and second.period_start <= (first.period_end or date.max)
    )  # fmt: skip
