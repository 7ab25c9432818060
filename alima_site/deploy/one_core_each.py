"""
Each worker of gunicorn keeps to one core, as those of nginx do (`worker_cpu_affinity auto`).

The threads of a process take turns anyway. Spread over several cores they wake and wait for each
other at every turn: under load a page from the store then costs twice the CPU, and a third as
many are sent. Where the system offers no choice of cores (macOS), nothing is done.
"""

import os
from typing import Any


def pre_fork(server: Any, worker: Any) -> None:
    """The core that the fewest of the living workers have; its numbers are the system's."""
    if hasattr(os, "sched_getaffinity"):
        taken = [other.core for other in server.WORKERS.values()]
        worker.core = min(sorted(os.sched_getaffinity(0)), key=taken.count)


def post_fork(server: Any, worker: Any) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {worker.core})
