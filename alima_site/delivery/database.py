"""A database that does not answer keeps nobody waiting for long; driver.py does the waiting."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import connection
from django.http import HttpRequest, HttpResponseBase

# Seconds for one answer: longer than statement_timeout, so that PostgreSQL speaks first; while
# a reader waits for a page, and for a new connection.
LONGEST_WAIT, FOR_READERS, TO_CONNECT = 20.0, 3.0, 3.0
# Set while the database is known not to answer: readers then wait no more, lest a few pages
# that are made anew for each of them hold every thread. Who looks whether it is back clears it.
silent = threading.Event()


class Patience(NamedTuple):
    seconds: float
    ends_in_silence: bool


NORMALLY = Patience(LONGEST_WAIT, ends_in_silence=False)
patience_now: ContextVar[Patience] = ContextVar("patience", default=NORMALLY)


@contextmanager
def answers_within(seconds: float, even_if_silent: bool = False) -> Iterator[None]:
    """What is asked in here is given up after so many seconds, or as the silence is known."""
    token = patience_now.set(Patience(seconds, not even_if_silent))
    try:
        yield
    finally:
        patience_now.reset(token)


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
