"""
How gunicorn serves the site: `python -m gunicorn --config alima_site/deploy/gunicorn_config.py`.

SIGHUP replaces the workers one generation by the next without refusing anybody. Threads with
kept connections, as a worker that waits for a far-away client would keep others waiting.
"""

import os
import shutil
import subprocess
import sys
from typing import Any

wsgi_app = "alima_site.wsgi"
# Under systemd the socket of portal.socket is handed over and goes before this.
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WORKERS", "2"))
worker_class = "gthread"
threads = 4
# Longer than nginx keeps a connection: the one who asks is the one who closes.
keepalive = 75
graceful_timeout = 30
control_socket_disable = True
if os.path.isdir("/dev/shm"):  # noqa: PTH112, S108 (a sign of life needs no disk)
    worker_tmp_dir = "/dev/shm"  # noqa: S108
# The web server in front writes down each request; here stands only what goes wrong.
accesslog = None
loglevel = os.environ.get("LOG_LEVEL", "info")
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "alima_site.delivery.log_lines.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"level": "WARNING", "handlers": ["lines"]},
    "loggers": {
        "gunicorn.error": {"level": loglevel.upper(), "handlers": ["lines"], "propagate": False}
    },
}


def when_ready(server: Any) -> None:
    """Every page is made before anybody asks, at the pace of what is left of the machine."""
    if os.environ.get("WARM", "1") == "1":
        gently = ["nice", "-n", "10"] if shutil.which("nice") else []
        subprocess.Popen(
            [*gently, sys.executable, "manage.py", "warm"], stdout=subprocess.DEVNULL
        )


on_reload = when_ready
