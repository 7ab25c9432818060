"""Eight editors save at once on SQLite: nothing is lost, nobody reads the database's own words."""

import shutil
import sqlite3
import threading
import time
from contextlib import closing

import pytest

from tests.always_up.editor import Editor, prepare
from tests.always_up.servers import LOCAL, environment, gunicorn

WRITERS = 8


@pytest.fixture
def file(migrated, tmp_path):
    return shutil.copy(migrated.result(), tmp_path / "db.sqlite3")


@pytest.fixture
def settings(file, tmp_path):
    return environment(tmp_path, f"sqlite:///{file}", **LOCAL)


@pytest.mark.parametrize("seconds", [3, pytest.param(20, marks=pytest.mark.audit)])
def test_eight_writers_on_sqlite_lose_nothing(settings, file, tmp_path, seconds):
    topics = prepare(settings)
    with gunicorn(settings, tmp_path) as site:
        first = Editor(site.url)
        editors = [first, *(Editor(site.url, first) for _ in range(WRITERS - 1))]
        # Each has a record, and two share one.
        records = [*topics[: WRITERS - 1], topics[0]]
        said: list[tuple[str, str, int, str]] = []
        end = time.monotonic() + seconds

        def write(editor: Editor, path: str, who: int) -> None:
            number = 0
            while time.monotonic() < end:
                number += 1
                name = f"Topic of {who} at edit {number}"
                said.append((path, name, *editor.edit(path, name_en=name)))

        threads = [
            threading.Thread(target=write, args=(editor, path, who))
            for who, (editor, path) in enumerate(zip(editors, records, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert {status for _path, _name, status, _page in said} <= {302, 200}
    assert not [page for *_rest, page in said if "is locked" in page]
    saved = sorted((path, name) for path, name, status, _page in said if status == 302)
    assert len(saved) >= WRITERS
    assert saved == sorted(kept_edits(file))


def kept_edits(file) -> list[tuple[str, str]]:
    """What the history holds of these edits."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute(
            "SELECT '/admin/editorial/topic/' || id || '/change/', name_en "
            "FROM editorial_historicaltopic WHERE name_en LIKE 'Topic of %'"
        ).fetchall()
