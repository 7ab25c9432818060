"""
History: every change of a record is kept, with its relations, its author and a reason.

What one click, one import or one load changes is one act: each record it touched gets one
row of history, however often it was saved on the way, and none if nothing changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models, transaction
from django.dispatch import Signal
from django.utils import timezone
from simple_history.models import HistoricalRecords

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


_act: ContextVar[Act | None] = ContextVar("act", default=None)


@contextmanager
def one_act(user: Any = None, reason: str = "") -> Iterator[Act]:
    """All or nothing, with one row of history for each record; part of the act around it."""
    if outer := _act.get():
        yield outer
        return
    act = Act(user, reason)
    before = _act.set(act)
    try:
        with transaction.atomic():
            yield act
            act.write()
    finally:
        _act.reset(before)


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done within is taken back, and no history is told of it."""
    before = _act.set(Act(None, ""))
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        _act.reset(before)


def author() -> Any:
    """Who does what is being done, if that is known."""
    act = _act.get()
    return act.user if act else None


def because(reason: str) -> None:
    """Say why, in the history of what is being done."""
    if act := _act.get():
        act.reason = reason


class Past(models.Model):
    """A row of history, of which no page is made."""

    changes_pages = False

    class Meta:
        abstract = True


class History(HistoricalRecords):
    """The history of a model and of all its relations."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("inherit", True)
        kwargs.setdefault("bases", (Past,))
        kwargs.setdefault("m2m_bases", (Past,))
        kwargs.setdefault("history_id_field", models.BigAutoField())
        kwargs.setdefault("history_change_reason_field", models.TextField(null=True))
        super().__init__(**kwargs)

    def get_m2m_fields_from_model(self, model: Any) -> list[Any]:
        return list(model._meta.many_to_many)

    def get_meta_options(self, model: Any) -> dict[str, Any]:
        # Who may see and restore history follows from the record itself.
        return super().get_meta_options(model) | {"default_permissions": ()}

    def get_meta_options_m2m(self, through_model: Any) -> dict[str, Any]:
        return super().get_meta_options_m2m(through_model) | {"default_permissions": ()}

    def get_history_user(self, instance: Any) -> Any:
        act = _act.get()
        return getattr(instance, "_history_user", act.user if act else None)

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: Any) -> Any:
        act = _act.get()
        return (act.reason or None) if act else getattr(instance, "_change_reason", None)

    def pre_delete(self, instance: Any, **kwargs: Any) -> None:
        """The last row is written while the record's relations are still there."""
        super().pre_delete(instance, **kwargs)
        act = _act.get()
        if act:
            act.forget(instance)
            instance._history_date = act.at
        self.create_historical_record(instance, "-")
        if act:
            for holder in _holders_of(instance):
                act.touch(type(holder), holder.pk, "~")
            if instance.part_of:
                act.touch_whole(instance)

    def post_delete(self, instance: Any, using: Any = None, **kwargs: Any) -> None:
        pass

    def create_historical_record(self, instance: Any, history_type: str, using: Any = None) -> None:
        act = _act.get()
        if act and history_type != "-":
            act.touch(type(instance), instance.pk, history_type)
        else:
            super().create_historical_record(instance, history_type, using)
            latest = instance.history.first()
            rows_written.send(type(instance), rows=[latest] if latest else [])
            if not act and instance.part_of and history_type != "-":
                whole: Any = instance._meta.get_field(instance.part_of)
                key = getattr(instance, whole.attname)
                self.create_historical_record(whole.related_model._base_manager.get(pk=key), "~")

    def m2m_changed(
        self, instance: Any, action: str, attr: str, pk_set: Any, reverse: bool, **kwargs: Any
    ) -> None:
        """A tie made from its other end, or to a record of the same kind, changes that one, too."""
        if action not in ("post_add", "post_remove", "post_clear"):
            return
        if not reverse:
            self.create_historical_record(instance, "~")
        other: Any = kwargs["model"]
        if reverse or type(instance)._meta.get_field(attr).remote_field.symmetrical:
            for record in other._base_manager.filter(pk__in=pk_set or ()):
                self.create_historical_record(record, "~")


class Remembered(models.Model):
    """A record whose every change is kept."""

    # The relation to the record in whose form its rows stand, if they do.
    part_of = ""

    history = History()

    class Meta:
        abstract = True


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


def _holders_of(instance: models.Model) -> Iterable[models.Model]:
    """Records that lose a relation when this one goes: ties of many to many, keys set to null."""
    for relation in instance._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete:
            continue
        field: Any = relation.field  # type: ignore[union-attr]
        if not issubclass(field.model, Remembered):
            continue
        if field.many_to_many or field.remote_field.on_delete is models.SET_NULL:
            yield from field.model._base_manager.filter(**{field.name: instance})
