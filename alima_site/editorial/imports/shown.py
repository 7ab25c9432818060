"""The rows of an import as pages and files show them, in the reader's language."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from alima_site.editorial.imports import snapshots
from alima_site.editorial.imports.importers import Importer
from alima_site.editorial.imports.plans import Plan
from alima_site.editorial.imports.reading import Fault
from alima_site.editorial.models import ImportRun

OUTCOMES = {
    "new": _("new"),
    "changed": _("changed"),
    "same": _("the same"),
    "refused": _("refused"),
}


class ShownRow(NamedTuple):
    row: int
    outcome: str
    outcome_words: Any
    pk: int | None
    name: str
    # What differs, or all that a new record has.
    changes: list[snapshots.Change]
    faults: list[Fault]


def planned(plan: Plan, importer: Importer) -> list[ShownRow]:
    names = snapshots.Related()
    return [_shown(entry.plain, entry.faults, importer, names) for entry in plan.entries]


def report(run: ImportRun, importer: Importer) -> list[ShownRow]:
    names = snapshots.Related()
    return [_shown(row, [], importer, names) for row in run.rows]


def _shown(
    row: dict[str, Any], faults: list[Fault], importer: Importer, names: snapshots.Related
) -> ShownRow:
    changes = []
    if not faults and row["after"]:
        before = row["before"] or snapshots.take(importer.model())
        changes = snapshots.changes(importer.model, before, row["after"], names)
    outcome = row["outcome"]
    return ShownRow(
        row["row"],
        outcome,
        OUTCOMES[outcome],
        row["pk"],
        row["slug"] or row["label"],
        changes,
        faults,
    )
