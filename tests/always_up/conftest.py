import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.always_up.servers import ROOT, Gunicorn, environment, execute, gunicorn, manage
from tests.postgresql import Server, running

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("servers")


@pytest.fixture(scope="session")
def postgresql(
    tmp_path_factory: pytest.TempPathFactory, migrated: Future[Path]
) -> Iterator[Server]:
    """A server with two databases to copy: `empty`, and `content` with the real content."""
    with running() as server:
        execute(server, "CREATE DATABASE empty")
        directory = tmp_path_factory.mktemp("content")
        settings = environment(directory, server.url("empty"))
        if not (ROOT / "var" / "static" / "staticfiles.json").exists():
            manage(settings, "collectstatic", "--noinput", "--verbosity=0")
        manage(settings, "migrate", "--verbosity=0")
        execute(server, "CREATE DATABASE content TEMPLATE empty")
        manage(environment(directory, server.url("content")), "load_content")
        yield server


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Future[Path]]:
    """A file of SQLite with every table and no content, to copy; made beside the others."""
    directory = tmp_path_factory.mktemp("migrated")
    file = directory / "db.sqlite3"

    def migrate() -> Path:
        manage(environment(directory, f"sqlite:///{file}"), "migrate", "--verbosity=0")
        return file

    with ThreadPoolExecutor(1) as aside:
        yield aside.submit(migrate)


@pytest.fixture
def database(postgresql: Server, tmp_path: Path) -> Iterator[str]:
    """The address of a database of the test's own, with the real content."""
    name = re.sub(r"\W", "_", tmp_path.name.lower())
    execute(postgresql, f"CREATE DATABASE {name} TEMPLATE content")
    yield postgresql.url(name)
    execute(postgresql, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def site(database: str, tmp_path: Path) -> Iterator[Gunicorn]:
    with gunicorn(environment(tmp_path, database), tmp_path) as running_site:
        yield running_site
