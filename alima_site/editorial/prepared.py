"""
Queries that are made ready once in a process. Most of the time a page takes goes into putting
its queries into words; here that is done for the first page, and the next ones only run them:

    @prepared
    def partner_page(slug):
        return Partner.objects.for_page().filter(slug=slug)

    partner_page(slug="befen")[0]

While such a query is made ready, the values it is asked with are `Parameter`s, and so is the
moment it asks what is public at. What is not known until then cannot decide how it is built.
"""

import copy
import datetime
from collections.abc import Callable
from contextvars import ContextVar
from functools import update_wrapper
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import DateField, DateTimeField, Field, QuerySet, Subquery, Value
from django.http import Http404
from django.utils import timezone

from alima_site.delivery.kept import kept_part

MOMENT, DAY = DateTimeField(), DateField()
_preparing: ContextVar[bool] = ContextVar("a_query_is_made_ready", default=False)


class Slot(NamedTuple):
    """Where a value goes among the parameters of a statement."""

    name: str
    field: Field | None


class Parameter(Value):
    """A value that is given each time the query runs."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [Slot(self.value, self.__dict__.get("output_field"))]


def this_moment() -> Any:
    """Now; in a query that is made ready, the moment at which it will run."""
    return Parameter("now", MOMENT) if _preparing.get() else timezone.now()


def day_of(moment: Any) -> Any:
    """The day of a moment, which may be that of `this_moment()`."""
    if isinstance(moment, Parameter):
        return Parameter("today", DAY)
    return timezone.localdate(moment)


class Prepared:
    """A query, by the function that builds it. Called, it gives a queryset that is complete."""

    def __init__(self, build: Callable[..., QuerySet]) -> None:
        self.build = build
        self._ready: dict[tuple[str, ...], QuerySet] = {}
        update_wrapper(self, build)

    def __call__(self, **values: Any) -> Any:
        names = (connections[DEFAULT_DB_ALIAS].vendor, *values)
        if names not in self._ready:
            self._ready[names] = self._make_ready(values)
        now: datetime.datetime = timezone.now()
        ready = self._ready[names]
        # Copied past the queryset's own ways, which would read its records.
        found = object.__new__(type(ready))
        found.__dict__ |= ready.__dict__
        found._query = Bound(  # type: ignore[attr-defined]
            ready._query,  # type: ignore[attr-defined]
            {"now": now, "today": timezone.localdate(now), **values},
        )
        return found.anew() if hasattr(found, "anew") else found

    def _make_ready(self, names: Any) -> QuerySet:
        before = _preparing.set(True)
        try:
            records: Any = self.build(**{name: Parameter(name) for name in names})
            records._query = Statement.of(records.query)
        finally:
            _preparing.reset(before)
        return records.anew() if hasattr(records, "anew") else records


prepared = Prepared


class Statement(NamedTuple):
    """SQL that is ready but for some values, and what reads the rows it brings."""

    compiler: Any
    sql: str
    parameters: tuple[Any, ...]
    slots: set[Slot]
    # What reads the columns, by the connection whose ways it follows.
    converters: WeakKeyDictionary[Any, Any]

    @classmethod
    def of(cls, query: Any) -> "Statement":
        compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        slots = {each for each in parameters if type(each) is Slot}
        # What the words were made of is let go: it takes megabytes, and is not looked at again.
        compiler.query = compiler.where = compiler.having = compiler.qualify = None
        compiler.select = [(_column(of), None, alias) for of, _sql, alias in compiler.select]
        return cls(compiler, sql, parameters, slots, WeakKeyDictionary())

    def with_values(self, values: dict[str, Any], connection: Any) -> tuple[str, tuple[Any, ...]]:
        given = {}
        for slot in self.slots:
            value, field = values[slot.name], slot.field
            given[slot] = field.get_db_prep_value(value, connection) if field else value
        parts = (given[each] if type(each) is Slot else each for each in self.parameters)
        return self.sql, tuple(parts)


def _column(expression: Any) -> Any:
    """What reads a column, without the query it comes from."""
    is_query = isinstance(expression, Subquery)
    return Value(None, expression.output_field) if is_query else expression


class Bound:
    """Stands where a queryset has its query: a statement with its values."""

    def __init__(self, statement: Statement, values: dict[str, Any]) -> None:
        self._statement, self._values = statement, values

    def __getattr__(self, name: str) -> Any:
        raise TypeError("A query that is ready takes no further filter, order or limit.")

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        statement = self._statement
        compiler = copy.copy(statement.compiler)
        connection = compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.as_sql = lambda *args, **kwargs: statement.with_values(self._values, connection)
        find_converters = compiler.get_converters

        def get_converters(expressions: Any) -> Any:
            if connection.ops not in statement.converters:
                statement.converters[connection.ops] = find_converters(expressions)
            return statement.converters[connection.ops]

        compiler.get_converters = get_converters
        return compiler


def one_or_404(records: Any) -> Any:
    """The only record of a query that is ready; Http404 where there is none."""
    for record in records:
        return record
    raise Http404


def held_or_404(state: str, ready: Prepared, **values: Any) -> Any:
    """The same, read once for a state of the content, as the parts that are written from it."""
    key = ready.build, *values.values()
    return kept_part(state, key, lambda: one_or_404(ready(**values)))
