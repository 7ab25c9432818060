"""
How gunicorn serves the site: `python -m gunicorn --config alima_site/deploy/gunicorn_config.py`.

SIGHUP replaces the program and its workers by the next generation without refusing anybody.
Threads with kept connections, as a worker that waits for a far-away client would keep others
waiting.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

from gunicorn.glogging import Logger

from alima_site.delivery.log_lines import JsonLines
from alima_site.deploy.workers import (  # noqa: F401  (the names are settings)
    post_fork,
    pre_fork,
    worker_class,
)

wsgi_app = "alima_site.wsgi"
# Loaded once, before there are workers: they share its memory, most of what each would need.
preload_app = True
# Under systemd the socket of portal.socket is handed over and goes before this.
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WORKERS", "2"))
threads = 4
# Longer than nginx keeps a connection: the one who asks is the one who closes.
keepalive = 75
graceful_timeout = 30
control_socket_disable = True
# A question that is far too long is answered by the site, in the reader's language; nginx sets
# the bound, and nobody else reaches this server.
limit_request_line = 0
if os.path.isdir("/dev/shm"):  # noqa: PTH112, S108 (a sign of life needs no disk)
    worker_tmp_dir = "/dev/shm"  # noqa: S108
# The web server in front writes down each request; here stands only what goes wrong.
accesslog = None
loglevel = os.environ.get("LOG_LEVEL", "info")


class logger_class(Logger):  # noqa: N801 (the setting's name)
    """gunicorn's own messages in the form of the site's, without the visitor's address."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLines())

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        super().warning(re.sub(r"ip=\S+:", "somebody:", msg), *args, **kwargs)


def on_reload(server: Any) -> None:
    """
    New code needs a new program. It takes this one's place, its number and its sockets, while
    the workers go on; when it has loaded everything, it sends them home.
    """
    own = {"GUNICORN_PID": str(os.getpid()), "OLD_WORKERS": " ".join(map(str, server.WORKERS))}
    sockets = sorted(listener.fileno() for listener in server.LISTENERS)
    if server.systemd:  # which counts them from the third
        own |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": str(len(sockets))}
        for number, handle in enumerate(sockets, start=3):
            os.dup2(handle, number)
    else:
        own["GUNICORN_FD"] = ",".join(map(str, sockets))
    os.chdir(server.START_CTX["cwd"])
    command = [sys.executable, *sys.orig_argv[1:]]
    os.execve(sys.executable, command, server.cfg.env_orig | own)  # noqa: S606


def when_ready(server: Any) -> None:
    """Every page is made before anybody asks, at the pace of what is left of the machine."""
    for worker in os.environ.pop("OLD_WORKERS", "").split():
        with suppress(ProcessLookupError):
            os.kill(int(worker), signal.SIGTERM)
    if os.environ.get("WARM", "1") == "1":
        gently = ["nice", "-n", "10"] if shutil.which("nice") else []
        command = [*gently, sys.executable, "manage.py", "warm"]
        subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
