"""
A database that does not answer keeps nobody waiting for long.

PostgreSQL's own limits (connect_timeout, statement_timeout) hold as long as it works; one that
hangs, or whose machine is gone, answers neither question nor clock. So the driver waits with
an end, after which the connection is given up as broken.
"""

import select
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponseBase
from psycopg2 import OperationalError, extensions

# Seconds for one answer: longer than statement_timeout, so that PostgreSQL speaks first; while
# a reader waits for a page; and for a new connection.
LONGEST_WAIT, FOR_READERS, TO_CONNECT = 20.0, 5.0, 3.0
CONNECTED = {extensions.STATUS_READY, extensions.STATUS_BEGIN, extensions.STATUS_PREPARED}
SIDES = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
_patience: ContextVar[float] = ContextVar("patience", default=LONGEST_WAIT)


@contextmanager
def answers_within(seconds: float) -> Iterator[None]:
    token = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(token)


def wait(driver: Any) -> None:
    """Until PostgreSQL has answered; OperationalError when it is silent for too long."""
    seconds = _patience.get() if driver.status in CONNECTED else TO_CONNECT
    end = time.monotonic() + seconds
    while (state := driver.poll()) != extensions.POLL_OK:
        left = end - time.monotonic()
        answer = select.poll()
        answer.register(driver.fileno(), SIDES[state])
        if left <= 0 or not answer.poll(left * 1000):
            raise OperationalError(f"The database has not answered for {seconds:.0f} seconds.")


def connect() -> None:
    extensions.set_wait_callback(wait)


class AdminNeedsDatabaseMiddleware:
    """Without its database no page of the newsroom pretends to work: 503 (see failures.py)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            with answers_within(TO_CONNECT):
                connection.close_if_health_check_failed()
                connection.ensure_connection()
        return self.get_response(request)
