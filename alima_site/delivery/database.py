"""
A database that does not answer keeps nobody waiting for long.

PostgreSQL's own limits (connect_timeout, statement_timeout) hold as long as it works; one that
hangs, or whose machine is gone, answers neither question nor clock. So the driver waits with
an end, after which the connection is given up as broken.
"""

import select
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from psycopg2 import OperationalError, extensions

# Seconds for one answer: longer than statement_timeout, so that PostgreSQL speaks first; while
# a reader waits for a page, and for a new connection.
LONGEST_WAIT, FOR_READERS, TO_CONNECT = 20.0, 3.0, 3.0
CONNECTED = {extensions.STATUS_READY, extensions.STATUS_BEGIN, extensions.STATUS_PREPARED}
SIDES = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
# Set while the database is known not to answer: readers then wait no more, lest a few pages
# that are made anew for each of them hold every thread. Who looks whether it is back clears it.
silent = threading.Event()
AWARE_WITHIN = 0.1  # seconds in which those who wait already hear of it


class Patience(NamedTuple):
    seconds: float
    ends_in_silence: bool


NORMALLY = Patience(LONGEST_WAIT, ends_in_silence=False)
_patience: ContextVar[Patience] = ContextVar("patience", default=NORMALLY)


@contextmanager
def answers_within(seconds: float, even_if_silent: bool = False) -> Iterator[None]:
    """What is asked in here is given up after so many seconds, or as the silence is known."""
    token = _patience.set(Patience(seconds, not even_if_silent))
    try:
        yield
    finally:
        _patience.reset(token)


def wait(driver: Any) -> None:
    """Until PostgreSQL has answered; OperationalError when it is silent for too long."""
    patience = _patience.get()
    seconds = patience.seconds if driver.status in CONNECTED else TO_CONNECT
    end = time.monotonic() + seconds
    while (state := driver.poll()) != extensions.POLL_OK:
        left = end - time.monotonic()
        if left <= 0:
            silent.set()
        if left <= 0 or (patience.ends_in_silence and silent.is_set()):
            raise OperationalError(f"The database has not answered for {seconds:.0f} seconds.")
        answer = select.poll()
        answer.register(driver.fileno(), SIDES[state])
        answer.poll(min(left, AWARE_WITHIN) * 1000)


def connect() -> None:
    extensions.set_wait_callback(wait)


class AdminNeedsDatabaseMiddleware:
    """Without its database no page of the newsroom pretends to work: 503 (see failures.py)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            with answers_within(TO_CONNECT, even_if_silent=True):
                connection.close_if_health_check_failed()
                connection.ensure_connection()
        return self.get_response(request)
