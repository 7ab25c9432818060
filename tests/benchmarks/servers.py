"""
The servers that are compared, each with the same settings: two gunicorn workers of four
threads with kept connections, or two nginx workers. Each is a context that gives its address.

Both nginx spread their connections (reuseport): otherwise chance gives a worker 4 or 14 of the 16,
and the same server is a third quicker or slower from one round to the next.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TICK = os.sysconf("SC_CLK_TCK")
GUNICORN = [
    "--workers=2", "--threads=4", "--keep-alive=15",
    "--no-control-socket", "--log-level=error",
    f"--config={ROOT / 'alima_site' / 'deploy' / 'workers.py'}",
]  # fmt: skip
NGINX = """
daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/nginx.log error;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  types {{ text/html html; }}
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  {outside}
  server {{ listen 127.0.0.1:{port} reuseport; {inside} }}
}}
"""
STATIC = "root {folder}/files; gzip_static on; location / {{ try_files /page.html =404; }}"
CACHE = (
    "proxy_cache_path {folder}/cache keys_zone=pages:10m;"
    "upstream site {{ server {upstream}; keepalive 32; }}"
)
PROXY = """
location / {{
  proxy_pass http://site; proxy_http_version 1.1; proxy_set_header Connection "";
  proxy_set_header Host $http_host; proxy_set_header Accept-Encoding gzip;
  proxy_cache pages; proxy_cache_key $http_host$request_uri; proxy_ignore_headers Vary;
  proxy_cache_lock on; proxy_cache_use_stale updating; proxy_cache_background_update on;
}}
"""


@dataclass(frozen=True)
class Server:
    address: str
    pid: int

    def pids(self) -> list[int]:
        """The master and its workers."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [self.pid, *map(int, children)]

    def cpu_seconds(self) -> float:
        """What all of them have computed so far, for themselves and in the kernel."""
        ticks = 0
        for pid in self.pids():
            # What stands before the last bracket is the name, which may hold anything.
            after = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(after[11]) + int(after[12])
        return ticks / TICK

    def pss(self) -> float:
        """MiB in memory; what several share counts for each by its part."""
        total = 0
        for pid in self.pids():
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return total / 1024


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@contextmanager
def running(command: list[str], address: str, log: Path, **options: object) -> Iterator[Server]:
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, **options)  # type: ignore[call-overload]
    try:
        wait_for(address, process, log)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=30).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise OSError(f"{address} does not answer:\n{log.read_text()[-2000:]}")


@contextmanager
def gunicorn(
    application: str, environment: dict[str, str], folder: Path, *more: str,
    root: Path = ROOT, python: str = sys.executable,
) -> Iterator[Server]:  # fmt: skip
    port = free_port()
    command = [python, "-m", "gunicorn", application, *GUNICORN, *more, f"--bind=127.0.0.1:{port}"]
    log = folder / f"{port}.log"
    with running(command, f"http://127.0.0.1:{port}/", log, cwd=root, env=environment) as server:
        yield server


@contextmanager
def nginx(folder: Path, inside: str, outside: str = "", **words: str) -> Iterator[Server]:
    """OSError where there is no nginx."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        raise OSError("nginx is not installed")
    folder.mkdir(exist_ok=True)
    # Its workers give up the rights of root and read what they are shown.
    folder.chmod(0o755)
    port, words = free_port(), {"folder": str(folder), **words}
    blocks = {"inside": inside.format(**words), "outside": outside.format(**words)}
    (folder / "nginx.conf").write_text(NGINX.format(port=port, folder=folder, **blocks))
    command = [
        program,
        "-p",
        str(folder),
        "-e",
        f"{folder}/nginx.log",
        "-c",
        f"{folder}/nginx.conf",
    ]
    with running(command, f"http://127.0.0.1:{port}/", folder / "start.log") as server:
        yield server
