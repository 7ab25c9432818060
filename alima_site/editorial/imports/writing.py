"""The rows of an import on their way into records, each as an editor would write it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.imports import snapshots
from alima_site.editorial.imports.importers import FaultAt, Importer
from alima_site.editorial.imports.reading import Entry, fault_at
from alima_site.editorial.models import Corrected, ImportRun
from alima_site.editorial.spreadsheets import Table

_NO_REASON = gettext_lazy(
    "a published number changes (%(fields)s). Say why in both languages, in the columns for "
    "the reason or for the whole import"
)


class Hand:
    """Writes rows one after the other: each is checked in full, then saved."""

    def __init__(self, run: ImportRun, importer: Importer, table: Table, publishes: bool) -> None:
        self.run, self.importer, self.table, self.publishes = run, importer, table, publishes
        self.seen: dict[int, int] = {}
        self.ids = {str(row["id"]): row.row for row in table.rows if row["id"]}

    def write(self, entry: Entry) -> None:
        if not entry.faults:
            try:
                with transaction.atomic():
                    self._write(entry)
            except FaultAt as fault:
                self._refuse(entry, fault.key, fault.reason)
            except ValidationError as error:
                self._refuse_all(entry, error)
            except DatabaseError:
                self._refuse(entry, "", _("the database does not take this row"))
        if entry.faults:
            entry.outcome = "refused"

    def _refuse(self, entry: Entry, key: str, reason: str) -> None:
        entry.faults.append(fault_at(self.importer, self.table, key, entry.row, reason))

    def _refuse_all(self, entry: Entry, error: ValidationError) -> None:
        columns = {"slug": "id"} | {column.into: column.key for column in self.importer.columns}
        for name, messages in getattr(error, "message_dict", {"": error.messages}).items():
            for message in messages:
                self._refuse(entry, columns.get(name, ""), message)

    def _write(self, entry: Entry) -> None:
        found = self.importer.find(entry.values)
        if found and found.pk in self.seen:
            words = {"row": self.seen[found.pk]}
            raise FaultAt("", _("row %(row)s is about the same record already") % words)
        record: Any = found or self.importer.start(
            entry.values, self.run.publish and self.publishes
        )
        entry.before = snapshots.take(record) if found else None
        many = self._set_values(record, entry.values)
        self.importer.tie(record, entry.values, self.ids)
        if found and not self._differs(entry, record, many):
            entry.after, entry.outcome = entry.before, "same"
        else:
            entry.outcome = "changed" if found else "new"
            self._save(entry, record, many)
            entry.after = snapshots.take(record)
            self.importer.remember(record)
        entry.pk, entry.slug, entry.label = record.pk, getattr(record, "slug", ""), str(record)
        self.seen[record.pk] = entry.row

    def _set_values(self, record: Any, values: dict[str, Any]) -> dict[str, list[Any]]:
        many = {}
        for column in self.importer.columns:
            if column.into and column.key in values:
                if isinstance(value := values[column.key], list):
                    many[column.into] = value
                else:
                    field = record._meta.get_field(column.into)
                    setattr(
                        record, column.into, value if field.is_relation else field.to_python(value)
                    )
        return many

    def _differs(self, entry: Entry, record: Any, many: dict[str, list[Any]]) -> bool:
        """Whether the file says something else than the record, once that is put right."""
        kept = {name: sorted(one.pk for one in records) for name, records in many.items()}
        if snapshots.take(record) | kept == entry.before:
            return False
        record.full_clean()
        return snapshots.take(record) | kept != entry.before

    def _save(self, entry: Entry, record: Any, many: dict[str, list[Any]]) -> None:
        if entry.before is None:
            record.full_clean()
        elif getattr(record, "is_published", False):
            self._ask_for_a_reason(entry, record)
        record.save()
        for name, records in many.items():
            getattr(record, name).set(records)

    def _ask_for_a_reason(self, entry: Entry, record: Any) -> None:
        """What is published changes by publishers only, its numbers with a reason."""
        if self.importer.can_publish and not self.publishes:
            raise FaultAt("", _("this record is published; you may change drafts only"))
        if not isinstance(record, Corrected):
            return
        record.correction_reason = {code: self._reason(entry, code) for code in ("fr", "en")}
        now, before = snapshots.take(record), entry.before or {}
        fields: list[Any] = [record._meta.get_field(name) for name in record.correctable]
        changed = [f for f in fields if now[f.attname] != before.get(f.attname)]
        if changed and not all(record.correction_reason.values()):
            words = {"fields": ", ".join(str(field.verbose_name) for field in changed)}
            raise FaultAt("", _NO_REASON % words)

    def _reason(self, entry: Entry, code: str) -> str:
        return entry.values.get(f"reason_{code}") or getattr(self.run, f"reason_{code}")
