"""
The driver of PostgreSQL waits with an end.

PostgreSQL's own limits (connect_timeout, statement_timeout) hold as long as it works; one that
hangs, or whose machine is gone, answers neither question nor clock. So the driver asks again and
again, and gives the connection up as broken after a while.
"""

import select
import time
from typing import Any

from psycopg2 import OperationalError, extensions

from alima_site.delivery.database import TO_CONNECT, patience_now, silent

CONNECTED = {extensions.STATUS_READY, extensions.STATUS_BEGIN, extensions.STATUS_PREPARED}
SIDES = {extensions.POLL_READ: select.POLLIN, extensions.POLL_WRITE: select.POLLOUT}
AWARE_WITHIN = 0.1  # seconds in which those who wait already hear of a silence


def wait(driver: Any) -> None:
    """Until PostgreSQL has answered; OperationalError when it is silent for too long."""
    patience = patience_now.get()
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
