"""
How workers of gunicorn share the machine: a core each, and as many connections as the others.

The threads of a process take turns anyway. Spread over several cores they wake and wait for each
other at every turn: under load a page from the store then costs twice the CPU, and a third as
many are sent. So each worker keeps to one core, as those of nginx do (`worker_cpu_affinity`);
where the system offers no choice of cores (macOS), nothing is done.

Whichever worker is awake would take all connections of a burst, and nginx keeps those it has:
one core would then do the work of all. So a worker that has some lets the others go first.
"""

import os
import time
from socket import socket
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

# Seconds that a worker waits for each connection it has, and at most.
COURTESY, MOST = 0.0001, 0.001


class worker_class(ThreadWorker):  # noqa: N801 (the setting's name)
    def accept(self, listener: socket) -> None:
        if self.cfg.workers > 1:
            time.sleep(min(self.nr_conns * COURTESY, MOST))
        super().accept(listener)


def pre_fork(server: Any, worker: Any) -> None:
    """The core that the fewest of the living workers have; its number is the system's."""
    if hasattr(os, "sched_getaffinity"):
        taken = [other.core for other in server.WORKERS.values()]
        worker.core = min(sorted(os.sched_getaffinity(0)), key=taken.count)


def post_fork(server: Any, worker: Any) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {worker.core})
