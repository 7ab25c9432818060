"""
What one click, one import or one load changes is one act: each record it touched gets one
row of history, however often it was saved on the way, and none if nothing changed.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone

# What changes by itself with every save tells nothing.
UNTOLD = ("updated_at",)
# Sent by a model with rows of its history that were just written.
rows_written = Signal()


class Act:
    """What somebody does at once: its author and reason, and the records touched so far."""

    def __init__(self, user: Any, reason: str) -> None:
        self.user, self.reason = user, reason
        # All rows of an act have its moment, so that they can be found together.
        self.at = timezone.now()
        self.touched: dict[Any, dict[Any, str]] = defaultdict(dict)
        self.wholes: set[tuple[Any, Any]] = set()

    def touch(self, model: type[models.Model], key: Any, kind: str) -> None:
        """A record that is made and then changed was made."""
        self.touched[model].setdefault(key, kind)

    def forget(self, instance: models.Model) -> None:
        self.touched[type(instance)].pop(instance.pk, None)

    def write(self) -> None:
        # Parts first: a record whose parts changed has changed, too.
        for model in [model for model in self.touched if model.part_of]:
            for part in self._write_changed(model):
                self.touch_whole(part)
        for model in [model for model in self.touched if not model.part_of]:
            self._write_changed(model)
        self.touched.clear()

    def _write_changed(self, model: Any) -> list[Any]:
        kinds = self.touched[model]
        records = model._base_manager.in_bulk(list(kinds))
        ties = _ties_of(model, list(records))
        changed = {
            key: record
            for key, record in records.items()
            if kinds[key] == "+" or (model, key) in self.wholes or _tells(record, ties[key])
        }
        self._write_rows(model, changed, kinds, ties)
        return list(changed.values())

    def touch_whole(self, part: Any) -> None:
        whole = part._meta.get_field(part.part_of)
        self.touch(whole.related_model, getattr(part, whole.attname), "~")
        self.wholes.add((whole.related_model, getattr(part, whole.attname)))

    def _write_rows(self, model: Any, records: Any, kinds: Any, ties: Any) -> None:
        rows = model.history.model.objects.bulk_create(
            [
                model.history.model(
                    history_date=self.at,
                    history_type=kinds[key],
                    history_user=self.user,
                    history_change_reason=self.reason or None,
                    **{field.attname: getattr(record, field.attname) for field in _fields(model)},
                )
                for key, record in records.items()
            ],
            batch_size=200,
        )
        for field in model._meta.many_to_many:
            kept = getattr(model.history.model, field.name).model
            through = [f.attname for f in field.remote_field.through._meta.fields]
            kept.objects.bulk_create(
                [
                    kept(history=row, **{name: getattr(tie, name) for name in through})
                    for key, row in zip(records, rows, strict=True)
                    for tie in ties[key][field.name]
                ],
                batch_size=500,
            )
        rows_written.send(model, rows=rows)


current_act: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def one_act(user: Any = None, reason: str = "") -> Iterator[Act]:
    """All or nothing, with one row of history for each record; part of the act around it."""
    if outer := current_act.get():
        yield outer
        return
    act = Act(user, reason)
    before = current_act.set(act)
    try:
        with transaction.atomic():
            yield act
            act.write()
    finally:
        current_act.reset(before)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within is taken back, and no history is told of it."""
    before = current_act.set(Act(None, ""))
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        current_act.reset(before)


def author() -> Any:
    """Who does what is being done, if that is known."""
    act = current_act.get()
    return act.user if act else None


def because(reason: str) -> None:
    """Say why, in the history of what is being done."""
    if act := current_act.get():
        act.reason = reason


def _fields(model: type[models.Model]) -> list[models.Field]:
    return model.history.model.tracked_fields  # type: ignore[attr-defined]


def _ties_of(model: Any, keys: list[Any]) -> dict[Any, dict[str, list[Any]]]:
    """The many-to-many rows of records, by key and field; one query a field."""
    found: dict[Any, dict[str, list[Any]]] = {
        key: {field.name: [] for field in model._meta.many_to_many} for key in keys
    }
    for field in model._meta.many_to_many:
        column = field.m2m_column_name()
        own = next(f for f in field.remote_field.through._meta.fields if f.column == column)
        rows = field.remote_field.through._base_manager.filter(**{f"{own.name}__in": keys})
        for row in rows.order_by("pk"):
            found[getattr(row, own.attname)][field.name].append(row)
    return found


def _tells(record: Any, ties: dict[str, list[Any]]) -> bool:
    """Whether the record differs from its latest row of history."""
    last = record.history.first()
    if last is None or last.history_type == "-":
        return True
    fields = [field for field in _fields(type(record)) if field.name not in UNTOLD]
    if any(plain_value(field, record) != plain_value(field, last) for field in fields):
        return True
    for field in type(record)._meta.many_to_many:
        name = field.m2m_reverse_field_name() + "_id"
        before = set(getattr(last, field.name).values_list(name, flat=True))
        if before != {getattr(tie, name) for tie in ties[field.name]}:
            return True
    return False


def plain_value(field: models.Field, record: models.Model) -> Any:
    return field.get_prep_value(field.value_from_object(record))
