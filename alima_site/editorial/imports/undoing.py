"""Taking back a whole import: all of its records as they were before, or none."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from alima_site.editorial.imports import snapshots
from alima_site.editorial.imports.importers import Importer
from alima_site.editorial.models import Corrected, ImportRun
from alima_site.editorial.models.acts import because


def undo(run: ImportRun, importer: Importer, user: Any, reasons: dict[str, str]) -> list[str]:
    """Undo the import; when a record stands in the way, nothing is done and sentences say why."""
    with transaction.atomic():
        standing = ImportRun.objects.select_for_update().done().filter(pk=run.pk)
        if not standing.exists():
            return [_("This import was undone already.")]
        sentences = what_stands_in_the_way(run, importer, user)
        sentences += [] if sentences else _take_back(run, importer, reasons)
        if sentences:
            transaction.set_rollback(True)
            return sentences
        run.state, run.undone_at = ImportRun.State.UNDONE, timezone.now()
        run.undone_by = str(user)
        run.save()
        because(_("The import of the file “%(file)s” was undone.") % {"file": run.file_name})
    return []


def what_stands_in_the_way(run: ImportRun, importer: Importer, user: Any) -> list[str]:
    """Rows whose record is no longer as the import left it, as sentences."""
    records = importer.model._default_manager.in_bulk([row["pk"] for row in run.written])
    made = [
        records[row["pk"]]
        for row in run.written
        if row["outcome"] == "new" and row["pk"] in records
    ]
    needed = importer.why_not_deleted(made)
    sentences = []
    for row in run.written:
        record = records.get(row["pk"])
        if why := _obstacle(row, record, importer, user) or needed.get(row["pk"]):
            words = {"row": row["row"], "record": row["label"], "why": why}
            sentences.append(_("Row %(row)s (%(record)s): %(why)s") % words)
    return sentences


def _obstacle(row: dict[str, Any], record: Any, importer: Importer, user: Any) -> str:
    if record is None:
        return _("the record was deleted since.")
    if snapshots.take(record) != row["after"]:
        return _("the record was changed since. Change it back by hand, or keep the import.")
    public = importer.can_publish and record.is_published
    if public and not importer.may_publish(user):
        return _("the record is published; only a publisher may take it back.")
    return ""


def _take_back(run: ImportRun, importer: Importer, reasons: dict[str, str]) -> list[str]:
    """Last row first, so that parts go before their wholes."""
    for row in reversed(run.written):
        record = importer.model._default_manager.get(pk=row["pk"])
        try:
            if row["outcome"] == "new":
                record.delete()
                continue
            snapshots.put_back(record, row["before"])
            if isinstance(record, Corrected):
                record.correction_reason = reasons
            record.full_clean()
            record.save()
            snapshots.relate(record, row["before"])
        except (ProtectedError, ValidationError) as error:
            words = {"row": row["row"], "record": row["label"], "why": _reason(error)}
            return [_("Row %(row)s (%(record)s): %(why)s") % words]
    return []


def _reason(error: Any) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return _("other records need it.")
