"""A record as plain values, as it was before an import and after, and how two of them differ."""

import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from alima_site.editorial import wording

# Changes with every save, and says nothing of what was changed.
UNKEPT = ("updated_at",)

Snapshot = dict[str, Any]


def _fields(model: type[models.Model]) -> list[models.Field]:
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in UNKEPT]


def take(record: models.Model) -> Snapshot:
    """The record as it can be kept as JSON: fields, and the keys of related records."""
    kept = {
        field.attname: _plain(getattr(record, field.attname)) for field in _fields(type(record))
    }
    for relation in record._meta.many_to_many:
        related = getattr(record, relation.name).all() if record.pk else ()
        kept[relation.name] = sorted(one.pk for one in related)
    return kept


def own_keys(model: type[models.Model]) -> frozenset[str]:
    """Fields that name a record of the same model."""
    return frozenset(field.attname for field in _fields(model) if field.related_model is model)


def put_back(record: models.Model, snapshot: Snapshot) -> None:
    """Give the record what it had; relations to many follow with `relate()`, once it is saved."""
    for field in _fields(type(record)):
        if field.attname in snapshot:
            setattr(record, field.attname, field.to_python(snapshot[field.attname]))


def relate(record: models.Model, snapshot: Snapshot) -> None:
    for relation in record._meta.many_to_many:
        if relation.name in snapshot:
            getattr(record, relation.name).set(snapshot[relation.name])


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


class Change(NamedTuple):
    """A field that differs, in the reader's language."""

    field: str
    old: str
    new: str


def changes(
    model: type[models.Model], before: Snapshot, after: Snapshot, names: "Related"
) -> list[Change]:
    found = []
    for field in (*_fields(model), *model._meta.many_to_many):
        name = getattr(field, "attname", field.name)
        old, new = before.get(name), after.get(name)
        if old != new:
            label = str(field.verbose_name)
            found.append(Change(label, names.words(field, old), names.words(field, new)))
    return found


class Related:
    """The address words of related records, each model's read once."""

    def __init__(self) -> None:
        self.known: dict[Any, dict[int, str]] = {}

    def words(self, field: Any, value: Any) -> str:
        """A kept value as the reader's language writes it."""
        if value is None or value == "" or value == []:
            return _("empty")
        if field.related_model:
            keys = value if isinstance(value, list) else [value]
            return ", ".join(self._name(field.related_model, key) for key in keys)
        if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
            return wording.partial_date(value)
        if isinstance(field, models.DecimalField | models.IntegerField):
            return wording.number(Decimal(str(value)))
        return str(dict(field.flatchoices).get(value, value))

    def _name(self, model: Any, key: int) -> str:
        if model not in self.known:
            self.known[model] = dict(model._default_manager.values_list("pk", "slug"))
        return self.known[model].get(key, str(key))
