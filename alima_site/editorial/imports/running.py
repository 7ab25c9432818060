"""Checking an import and carrying it out: the same work, of which a check leaves nothing behind."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.imports import snapshots
from alima_site.editorial.imports.importers import FaultAt, Importer
from alima_site.editorial.imports.reading import Entry, entries, fault_at, table_of
from alima_site.editorial.models import Corrected, ImportRun
from alima_site.editorial.models.acts import because
from alima_site.editorial.spreadsheets import Table

_NO_REASON = gettext_lazy(
    "a published number changes (%(fields)s). Say why in both languages, in the columns for "
    "the reason or for the whole import"
)
OUTCOMES = ("new", "changed", "same", "refused")


@dataclass
class Plan:
    """What an import does, row by row, and to the sums the site shows."""

    entries: list[Entry]
    remarks: list[str] = field(default_factory=list)
    # {"where": {language: …}, "before": …, "after": …}
    effects: list[dict[str, Any]] = field(default_factory=list)
    # Fields in which records of the import may name each other.
    own_keys: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(entry.outcome for entry in self.entries)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def writes(self) -> int:
        """How many records it makes or changes."""
        return self.counts["new"] + self.counts["changed"]

    @property
    def can_be_carried_out(self) -> bool:
        return not self.counts["refused"] and self.writes > 0

    @property
    def fingerprint(self) -> str:
        """Differs as soon as any record or sum is not as it was when somebody looked."""
        told = [self._told(entry) for entry in self.entries], self.effects
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def _told(self, entry: Entry) -> dict[str, Any]:
        """What is said of a row, without words of a language and keys that are not given yet."""
        new = {one.pk: one.slug for one in self.entries if one.outcome == "new"}
        after = {
            name: new.get(value, value) if name in self.own_keys else value
            for name, value in (entry.after or {}).items()
        }
        return entry.plain | {"pk": None, "label": "", "after": after}


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
    hand = _Hand(run, importer, table, importer.may_publish(user))
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


class _Hand:
    """Writes rows one after the other, each as an editor would: checked in full, then saved."""

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
