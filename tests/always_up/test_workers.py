"""Workers share the machine: a core each, and as many connections as the others."""

import errno
import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from alima_site.deploy import workers
from tests.always_up.servers import DEPLOY, children, free_port, process, until


def have_a_core_each(master: int) -> bool:
    try:
        found = [os.sched_getaffinity(worker) for worker in children(master)]
    except ProcessLookupError:
        return False
    return sorted(map(list, found)) == [[core] for core in sorted(os.sched_getaffinity(master))]


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no choice of cores")
def test_workers_have_a_core_each_also_when_one_was_replaced_twice(tmp_path: Path):
    cores = len(os.sched_getaffinity(0))
    command = [
        *(sys.executable, "-m", "gunicorn", "wsgiref.simple_server:demo_app"),
        *("--config", str(DEPLOY / "workers.py"), "--no-control-socket"),
        *(f"--workers={cores}", f"--bind=127.0.0.1:{free_port()}"),
    ]
    with process(command, tmp_path / "log") as master:
        until(lambda: have_a_core_each(master.pid), 20, "the workers have a core each")
        for _time in range(2):
            lost = children(master.pid)[0]
            os.kill(lost, signal.SIGKILL)
            until(lambda lost=lost: lost not in children(master.pid), 20, "the worker is gone")
            until(lambda: have_a_core_each(master.pid), 20, "another has the core of the lost one")


class TakenByAnother:
    def accept(self):
        raise BlockingIOError(errno.EAGAIN, "nobody is waiting any more")


@pytest.mark.parametrize(("number", "waits"), [(1, []), (2, [0, 0.0003, 0.001])])
def test_the_more_connections_a_worker_has_the_longer_it_lets_others_go_first(
    monkeypatch, number, waits
):
    waited = []
    monkeypatch.setattr(workers.time, "sleep", waited.append)
    worker = object.__new__(workers.worker_class)
    worker.cfg = SimpleNamespace(workers=number)
    for worker.nr_conns in (0, 3, 500):
        worker.accept(TakenByAnother())
    assert waited == pytest.approx(waits)
