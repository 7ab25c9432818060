"""The table of a country: a line for each organisation with all it does there."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from alima_site.portal.who_does_what.activity import KINDS, Activity


@dataclass
class Organisation:
    """One line of a country's table: an organisation with all it does there."""

    name: str
    url: str
    kind: Any
    general: list[Activity]
    projects: list[Activity]

    @property
    def sources(self) -> list[Any]:
        """The sources of what is said in general; a project or a study names its own."""
        found = [s for each in self.general for s in each.record.public_sources[:1]]
        return list(dict.fromkeys(found))


def by_organisation(activities: Iterable[Activity]) -> list[Organisation]:
    """The activities of one country as its table shows them."""
    order = list(KINDS)

    def key(activity: Activity) -> tuple[int, str]:
        return order.index(activity.kind), activity.name

    return [
        _organisation(name, KINDS[order[rank]], list(found))
        for (rank, name), found in groupby(sorted(activities, key=key), key=key)
    ]


def _organisation(name: str, kind: Any, activities: list[Activity]) -> Organisation:
    url = next(filter(None, (each.organisation_url for each in activities)), "")
    general = [each for each in activities if each.of is None]
    return Organisation(name, url, kind, general, [each for each in activities if each.of])
