"""
Related records that come along in the one query of the records they belong to, so that a
page of many lists asks the database little. Each arrives as a list of whole records:

    partners.annotate(voices_heard=rows_of(Voice.objects.published().filter(partner=OUTER)))
"""

import datetime
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import JSONObject

from alima_site.editorial import tokens

# The record that the rows belong to.
OUTER = OuterRef("pk")


class Rows(Subquery):
    """The only column of a query, a JSON object a row, as one JSON array."""

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        array = '(SELECT JSON_GROUP_ARRAY(JSON("_row")) FROM (%(subquery)s) "_rows")'
        return self.as_sql(compiler, connection, template=array, **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        array = '(SELECT COALESCE(JSONB_AGG("_row"), \'[]\') FROM (%(subquery)s) "_rows")'
        return self.as_sql(compiler, connection, template=array, **extra)


class CountOf(Subquery):
    """How many rows a query has, which may end early."""

    template = '(SELECT COUNT(*) FROM (%(subquery)s) "_counted")'
    output_field = models.IntegerField()


def rows_of(records: models.QuerySet, *, one: bool = False) -> Rows:
    """
    The records, in their order, with what they are read with: `select_related()` of one
    step, and rows of their own. They have to be filtered by OUTER.
    """
    model, query = records.model, records.query
    along = query.select_related if isinstance(query.select_related, dict) else {}
    others = {name: model._meta.get_field(name).related_model for name in along}
    nested: dict[str, Any] = {
        name: rows.output_field
        for name, rows in query.annotations.items()
        if isinstance(rows, Rows)
    }
    parts: dict[str, Any] = {f.attname: F(f.attname) for f in model._meta.concrete_fields}
    for name, other in others.items():
        fields = other._meta.concrete_fields
        parts[name] = JSONObject(**{f.attname: F(f"{name}__{f.attname}") for f in fields})
    parts |= {name: F(name) for name in nested}
    only = records.select_related(None).values(_row=JSONObject(**parts))
    kind = OneRecord if one else RecordList
    return Rows(only, output_field=kind(model, others, nested))


def row_of(records: models.QuerySet) -> Rows:
    """The same where there is one record, or none."""
    return rows_of(records, one=True)


def at_once(**lists: models.QuerySet) -> models.QuerySet:
    """Lists that have nothing to do with each other, in one query: one record has them all."""
    # Of a table that is never empty: a row is needed, not what it says.
    row = ContentType.objects.only("pk").order_by("pk")
    return row.annotate(**{name: rows_of(records) for name, records in lists.items()})[:1]


class Records(Sequence):
    """A list that is made when somebody looks at it: of many records only a few are shown."""

    def __init__(self, make: Callable[[], list[Any]]) -> None:
        self._make = make

    @cached_property
    def _records(self) -> list[Any]:
        return self._make()

    def __getitem__(self, place: Any) -> Any:
        return self._records[place]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._records)

    def __eq__(self, other: object) -> bool:
        return self._records == other


class RecordList(models.JSONField):
    """What `rows_of()` gives: JSON in the database, records in Python."""

    def __init__(self, model: Any, others: dict[str, Any], nested: dict[str, Any]) -> None:
        super().__init__()
        self.records_of, self.others, self.nested = model, others, nested

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sequence[Any]:
        if isinstance(value, str):
            tokens.note([value])
            return Records(lambda: [self._record(row, connection) for row in json.loads(value)])
        return [self._record(row, connection) for row in value or []]

    def _record(self, row: dict[str, Any], connection: Any) -> Any:
        record = revived(self.records_of, row, connection.alias)
        for name, other in self.others.items():
            found = revived(other, row[name], connection.alias)
            setattr(record, name, found if found.pk else None)
        for name, field in self.nested.items():
            setattr(record, name, field.from_db_value(row[name], None, connection))
        return record


class OneRecord(RecordList):
    """What `row_of()` gives: the record, or None."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return next(iter(super().from_db_value(value, expression, connection)), None)


def revived(model: Any, row: dict[str, Any], alias: str) -> Any:
    """A record from its columns as JSON writes them."""
    names, readers = _columns(model)
    values = [
        read(row[name]) if read and row[name] is not None else row[name]
        for name, read in zip(names, readers, strict=True)
    ]
    return model.from_db(alias, names, values)


@cache
def _columns(model: Any) -> tuple[list[str], list[Callable[[Any], Any] | None]]:
    """The names of the columns, and what reads each; None where JSON has it as it is."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], [_reader(field) for field in fields]


def _reader(field: models.Field) -> Callable[[Any], Any] | None:
    if isinstance(field, models.DateTimeField):
        return _moment
    if isinstance(field, models.JSONField):
        return _nested
    as_it_is = isinstance(field, models.ForeignKey) or any(
        type(field).to_python is kind.to_python
        for kind in (models.CharField, models.TextField, models.IntegerField)
    )
    return None if as_it_is else field.to_python


def _nested(value: Any) -> Any:
    """JSON in JSON, which SQLite writes as text."""
    return json.loads(value) if isinstance(value, str) else value


def _moment(text: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
