"""
The content state: a text that differs whenever a public page may differ.

It is made of the stamp in the database, of the latest scheduled moment that has passed
(something was published or taken down then), of the day and of the site's own code. Every
process works it out by itself from the same rows, so that all agree without writing to each
other.
"""

import datetime
import logging
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any, NamedTuple

from django.apps import AppConfig
from django.db import DatabaseError, InterfaceError, connection, models
from django.db.models import Value
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone

from alima_site.delivery.database import answers_within, silent
from alima_site.delivery.models import ContentState
from alima_site.delivery.release import release

# Seconds after which a process asks the database again: an edit is on all hosts within one.
LOOK_EVERY = 0.5
# How long an answer may take before saved copies are sent meanwhile.
PATIENCE = 3.0
MOMENT = models.DateTimeField()
NEVER = datetime.datetime.max.replace(tzinfo=datetime.UTC)

logger = logging.getLogger(__name__)
_watched: list[AppConfig] = []
_touched_once: ContextVar[set[Any] | None] = ContextVar("touched_once", default=None)


def watch(app: AppConfig) -> None:
    """From now on a change of any model of the app changes the content state."""
    _watched.append(app)


def watched_models() -> list[type[models.Model]]:
    """What pages are made of: all models of these apps without `changes_pages = False`."""
    found = (model for app in _watched for model in app.get_models())
    return [model for model in found if getattr(model, "changes_pages", True)]


def touch(model: type[models.Model] | None = None) -> None:
    """
    Void every page rendered so far, once the transaction is through. Signals do this;
    whoever writes past them (`update()`, raw SQL) calls it.
    """
    if model is None or model in watched_models():
        if (touched := _touched_once.get()) is not None:
            touched.add(model)
            return
        ContentState.objects.update_or_create(pk=1, defaults={"stamp": secrets.token_hex(16)})


@contextmanager
def touched_once() -> Iterator[None]:
    """For thousands of changes in one transaction: the state changes at their end, if it has to."""
    touched: set[Any] = set()
    before = _touched_once.set(touched)
    try:
        yield
    finally:
        _touched_once.reset(before)
    if touched:
        touch()


def _touched(sender: Any, raw: bool = False, **kwargs: Any) -> None:
    touch(sender)


def _tied(sender: Any, instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_"):
        touch(type(instance))


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(_touched, dispatch_uid="content_state")
    m2m_changed.connect(_tied, dispatch_uid="content_state")


def moments() -> list[tuple[type[models.Model], models.DateTimeField]]:
    """The fields that say when something becomes public or ceases to be."""
    return [
        (model, field)
        for model in watched_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.DateTimeField)
        and not (getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))
    ]


def _stamp() -> str:
    """As plain SQL: it is asked more than anything else, and putting it together took longest."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT stamp FROM {ContentState._meta.db_table} WHERE id = 1")  # noqa: S608
        row = cursor.fetchone()
    return row[0] if row else ""


class Schedule(NamedTuple):
    """
    The stamp, and the moments around the one it was asked at, at which pages change by
    themselves.
    """

    stamp: str | None
    asked: datetime.datetime
    passed: datetime.datetime | None
    ahead: datetime.datetime | None

    def holds(self, now: datetime.datetime) -> bool:
        return self.asked <= now and (self.ahead is None or now < self.ahead)


def schedule(now: datetime.datetime) -> Schedule:
    """Asked once for each stamp, and when a moment has come; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_schedule_sql(), {"now": MOMENT.get_db_prep_value(now, connection)})
        columns = zip(*cursor.fetchall(), strict=True)
    stamp, passed, ahead = (list(filter(None, column)) for column in columns)
    # SQLite knows no moments and gives texts.
    for read in connection.ops.get_db_converters(Value(None, MOMENT)):
        passed, ahead = (
            [read(each, None, connection) for each in found] for found in (passed, ahead)
        )
    return Schedule(next(iter(stamp), ""), now, max(passed, default=None), min(ahead, default=None))


@cache
def _schedule_sql() -> str:
    """As plain SQL, too: to put it together by models took longer than a page of many."""
    quote = connection.ops.quote_name
    selected = [
        f"SELECT '' AS stamp, MAX({name}) FILTER (WHERE {name} <= %(now)s),"  # noqa: S608
        f" MIN({name}) FILTER (WHERE {name} > %(now)s) FROM {quote(model._meta.db_table)}"
        for model, field in moments()
        for name in [quote(str(field.column))]
    ]
    state = f"SELECT stamp, NULL, NULL FROM {ContentState._meta.db_table} WHERE id = 1"  # noqa: S608
    return " UNION ALL ".join([*selected, state])


class Watch:
    """A process's view of the content state. `state` is what the last look found."""

    def __init__(self) -> None:
        self.state = ""
        self._schedule = Schedule(None, NEVER, None, None)
        self._next_look = 0.0
        self._looking = threading.Lock()
        self._asked_at = 0.0

    @property
    def database_answers(self) -> bool:
        return not silent.is_set()

    def look(self) -> str:
        """The state, asked of the database when the last look is half a second old."""
        now = time.monotonic()
        # Only at the very first look is there nothing to go on with.
        if now >= self._next_look and self._looking.acquire(blocking=not self._next_look):
            try:
                if now >= self._next_look:
                    self._asked_at = now
                    self._ask()
            finally:
                self._looking.release()
        elif self._looking.locked() and now > self._asked_at + PATIENCE:
            silent.set()
        return self.state

    def _ask(self) -> None:
        try:
            with answers_within(PATIENCE, even_if_silent=True):
                # Outside of Django's requests nobody else lets go of a connection that broke.
                connection.close_if_unusable_or_obsolete()
                self.state = self.find(timezone.now())
            silent.clear()
        except (DatabaseError, InterfaceError) as error:
            if self.database_answers:
                logger.error("The database does not answer; saved copies are sent. %s", error)
            silent.set()
            connection.close()
        finally:
            # Counted from the answer: a database that hangs is not asked without end.
            self._next_look = time.monotonic() + LOOK_EVERY

    def find(self, now: datetime.datetime) -> str:
        """The state at this moment. One query, and one more where something has changed."""
        known = self._schedule
        stamp = None
        if known.holds(now):
            stamp = _stamp()
        if stamp is None or stamp != known.stamp:
            self._schedule = known = schedule(now)
        passed = known.passed and known.passed.timestamp()
        return f"{known.stamp} {passed} {timezone.localdate(now)} {release()}"


# The one of this process.
watch_of_process = Watch()
