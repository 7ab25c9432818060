"""
The desk: what needs work, by section, each row one click from its field. Rooms register
their rows in `AppConfig.ready()`: `desk.register("figures", rows)`.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

SHOWN = 8  # rows of a section before “all of them”
MOST = 200  # rows of a section on one page
CHANGES = 10

SECTIONS = {
    "drafts": _("My drafts"),
    "review": _("In review"),
    "translations": _("Translations to check"),
    "figures": _("Figures"),
    "pictures": _("Pictures and links"),
}


class Row(NamedTuple):
    """Something to do: what, where, why, and what a click on the last column does."""

    label: str
    url: str
    detail: str = ""
    badge: str = ""
    badge_kind: str = ""  # as in components/badge.html: inferred, conflict, draft, active, info
    action: str = ""
    action_url: str = ""  # the row's own address where empty


class Change(NamedTuple):
    """One of the latest changes; `undo_url` leads to the page that asks before it undoes."""

    at: datetime.datetime
    author: str
    what: str
    url: str = ""
    undo_url: str = ""


class Section(NamedTuple):
    slug: str
    title: str
    rows: list[Row]

    @property
    def first(self) -> list[Row]:
        return self.rows[:SHOWN]

    @property
    def others(self) -> list[Row]:
        return self.rows[SHOWN:]


# Given the user: their rows. Few queries, whatever the number of records.
Rows = Callable[[Any], Iterable[Row]]
Changes = Callable[[Any], Iterable[Change]]

_rows: dict[str, list[Rows]] = defaultdict(list)
_changes: list[Changes] = []


def register(section: str, rows: Rows) -> None:
    """`section` is a key of SECTIONS; `rows` takes the user and returns what they can do."""
    _rows[section].append(rows)


def register_changes(changes: Changes) -> None:
    """What stands in “Latest changes”, beside the history of the records themselves."""
    _changes.append(changes)


def sections(user: Any) -> list[Section]:
    """All sections; those without rows say that there is nothing to do."""
    return [Section(slug, str(title), _rows_of(slug, user)) for slug, title in SECTIONS.items()]


def _rows_of(section: str, user: Any) -> list[Row]:
    """What is wrong comes before what is only due."""
    found = [row for rows in _rows[section] for row in rows(user)]
    return sorted(found, key=lambda row: row.badge_kind != "conflict")[:MOST]


def latest_changes(user: Any) -> list[Change]:
    found = [change for changes in _changes for change in changes(user)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:CHANGES]
