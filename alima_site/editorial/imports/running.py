"""Checking an import and carrying it out: the same work, of which a check leaves nothing behind."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alima_site.editorial.imports import snapshots
from alima_site.editorial.imports.importers import Importer
from alima_site.editorial.imports.plans import Plan
from alima_site.editorial.imports.reading import entries, table_of
from alima_site.editorial.imports.writing import Hand
from alima_site.editorial.models import ImportRun
from alima_site.editorial.models.acts import because


def check(run: ImportRun, importer: Importer, user: Any) -> Plan:
    """What the import would do. Nothing is changed."""
    with transaction.atomic():
        plan = _work(run, importer, user)
        transaction.set_rollback(True)
    return plan


def carry_out(run: ImportRun, importer: Importer, user: Any, seen: str) -> Plan | None:
    """
    Import all rows, or none: None when it is done, and the plan to look at again when a row
    is refused or is not what was `seen`, the fingerprint of the plan that was shown.
    """
    with transaction.atomic():
        waiting = ImportRun.objects.select_for_update().to_confirm().filter(pk=run.pk)
        if not waiting.exists():
            return Plan([])
        plan = _work(run, importer, user)
        if plan.can_be_carried_out and plan.fingerprint == seen:
            run.state = ImportRun.State.DONE
            run.rows = [entry.plain for entry in plan.entries]
            run.effects, run.remarks = plan.effects, plan.remarks
            run.save()
            because(_("Import of the file “%(file)s”") % {"file": run.file_name})
            return None
        transaction.set_rollback(True)
    return plan


def _work(run: ImportRun, importer: Importer, user: Any) -> Plan:
    importer = type(importer)()  # What it remembers of the rows is of this run only.
    table = table_of(importer, run.lines)
    rows = entries(importer, table)
    told = [entry.values for entry in rows if not entry.faults]
    importer.prepare(told)
    before = importer.measure(told)
    hand = Hand(run, importer, table, importer.may_publish(user))
    for entry in rows:
        hand.write(entry)
    effects = _effects(before, importer.measure(told))
    return Plan(rows, [*run.remarks, *table.remarks], effects, snapshots.own_keys(importer.model))


def _effects(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"before": before.get(place, {}), "after": sentence}
        for place, sentence in after.items()
        if sentence != before.get(place)
    ]
