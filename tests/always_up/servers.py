"""Real servers of the site, on free ports of this machine."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from tests.postgresql import Server

ROOT = Path(__file__).resolve().parent.parent.parent
DEPLOY = ROOT / "alima_site" / "deploy"
HOST = "localhost"
PRODUCTION = {
    "SECRET_KEY": "a constant text that signs the sessions of these tests and of nothing else",
    "ALLOWED_HOSTS": f"{HOST},127.0.0.1",
    "DEBUG": "0",
    "LOCAL_HTTP": "0",
    "BEHIND_PROXY": "1",
    "EMAIL_URL": "smtp://localhost",
    "CONTACT_EMAIL": "contact@example.org",
    "CONTROLLER": "An association",
    "HOSTED_BY": "A company",
    "SECURITY_CONTACT": "mailto:security@example.org",
    "WARM": "0",
}
LOCAL = {"LOCAL_HTTP": "1", "BEHIND_PROXY": "0"}
# What the site hears from its proxy, for those who ask it without one.
AS_PROXY = {"X-Forwarded-Proto": "https", "Host": HOST}


def needs(*programs: str) -> None:
    """Skip where a program is missing; in CI none may be."""
    absent = [name for name in programs if not program(name)]
    if absent:
        in_ci = os.environ.get("CI", "").lower() in ("1", "true")
        (pytest.fail if in_ci else pytest.skip)(f"not installed: {', '.join(absent)}")


def program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def until(holds: Callable[[], object], seconds: float, what: str) -> None:
    """Ask again and again until it holds; AssertionError at the deadline."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"{what} within {seconds} seconds"
        time.sleep(0.05)


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except OSError:
        return False
    return True


@contextmanager
def process(command: list[str], log: Path, **options: object) -> Iterator[subprocess.Popen]:
    with log.open("w") as output:
        started = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output, **options)
    try:
        yield started
    finally:
        started.terminate()
        try:
            started.wait(15)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def environment(directory: Path, database: str, **more: str) -> dict[str, str]:
    """The settings of one host, whose own files are all in `directory`."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    own = {
        "DATABASE_URL": database,
        "CACHE_URL": f"filecache://{directory / 'cache'}",
        "MEDIA_ROOT": str(directory / "media"),
    }
    return kept | PRODUCTION | own | more


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@dataclass
class Gunicorn:
    port: int
    pid: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[int]:
        return children(self.pid)

    def is_warming(self) -> bool:
        lines = (Path(f"/proc/{pid}/cmdline") for pid in self.workers())
        return any(b"warm" in line.read_bytes() for line in lines if line.exists())

    def kill_a_worker(self) -> None:
        os.kill(self.workers()[0], signal.SIGKILL)

    def reload(self) -> None:
        os.kill(self.pid, signal.SIGHUP)

    def is_a_new_program(self) -> bool:
        """Whether the master was started once more, with all of its code."""
        return b"OLD_WORKERS=" in Path(f"/proc/{self.pid}/environ").read_bytes()


def children(pid: int) -> list[int]:
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


@contextmanager
def gunicorn(environment: dict[str, str], directory: Path) -> Iterator[Gunicorn]:
    port, log = free_port(), directory / "gunicorn.log"
    config = str(DEPLOY / "gunicorn_config.py")
    command = [sys.executable, "-m", "gunicorn", "--config", config]
    with process(command, log, env=environment | {"BIND": f"127.0.0.1:{port}"}) as started:
        until(lambda: answers(f"http://127.0.0.1:{port}/healthz"), 90, f"the site starts ({log})")
        yield Gunicorn(port, started.pid, log)


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def redis(directory: Path) -> Iterator[str]:
    """The CACHE_URL of a new Redis that keeps nothing on disk."""
    port = free_port()
    options = f"--port {port} --bind 127.0.0.1 --appendonly no --dir {directory}".split()
    with process(["redis-server", *options, "--save", ""], directory / "redis.log"):
        until(lambda: listens(port), 10, "Redis starts")
        yield f"redis://127.0.0.1:{port}/0"


def execute(server: Server, statement: str, database: str = "postgres") -> None:
    connection = psycopg2.connect(user="postgres", host=server.directory, dbname=database)
    try:
        connection.autocommit = True
        connection.cursor().execute(statement)
    finally:
        connection.close()


def addresses(site: Gunicorn) -> list[str]:
    """The address of every page, as the sitemap names them."""
    request = urllib.request.Request(f"{site.url}/sitemap.xml", headers=AS_PROXY)
    with urllib.request.urlopen(request) as answer:
        return re.findall(r"<loc>https://[^/]+(/[^<]+)</loc>", answer.read().decode())
