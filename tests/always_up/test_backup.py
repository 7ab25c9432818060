"""The whole site in one file: out of one database and back into an empty one of either kind."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest

from tests.always_up.servers import ROOT, environment, execute, manage

# An account, an edit, a message, a picture's file; and a row that is gone, whose number is not
# to be given again.
USE = """
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from alima_site.editorial.models import Topic
from alima_site.portal.models import Message
from partners.models import Partner
User.objects.create_superuser("editor", "editor@example.org", "a long password of nobody")
partner = Partner.objects.get(slug="befen")
partner.name_en = "Another “name”"
partner.save()
Topic.objects.create(slug="gone", name_fr="x", name_en="x").delete()
Message.objects.create(purpose="press", name="Awa", email="a@example.org", language="fr", text="?")
for number in range(3):
    default_storage.save(f"photos/{number}.avif", ContentFile(bytes(range(256)) * 999))
"""
SHELL = ("shell", "--no-imports", "-c")
ADD_TOPIC = """
from alima_site.editorial.models import Topic
print(Topic.objects.create(slug="next", name_fr="x", name_en="x").pk)
"""
# Who is signed in, and what was rendered, belong to one place; `migrate` keeps its own time.
NOT_COMPARED = {"django_session", "delivery_contentstate", "django_migrations"}


class Place:
    """A site of the test: a database and a media folder."""

    def __init__(self, directory: Path, database: str) -> None:
        self.directory, self.database = directory, database
        self.settings = environment(directory, database)

    def manage(self, *arguments: object) -> str:
        return manage(self.settings, *map(str, arguments))

    def refuses(self, *arguments: object) -> str:
        command = [sys.executable, "manage.py", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, env=self.settings, capture_output=True, text=True)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        return done.stderr

    def media(self) -> dict[str, str]:
        folder = self.directory / "media"
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }

    def tables(self) -> dict[str, tuple[int, str]]:
        """Rows and digest of each table, read without the site's own code."""
        with closing(self._connect()) as connection:
            cursor = connection.cursor()
            found = {}
            for name in self._names(cursor):
                cursor.execute(f'SELECT * FROM "{name}"')  # noqa: S608
                rows = sorted(cursor.fetchall(), key=repr)
                found[name] = len(rows), hashlib.sha256(repr(rows).encode()).hexdigest()
        return found

    def counts(self) -> dict[str, int]:
        return {name: rows for name, (rows, _digest) in self.tables().items()}

    def _connect(self):
        if self.database.startswith("sqlite"):
            return sqlite3.connect(self.database.removeprefix("sqlite:///"))
        return psycopg2.connect(self.database)

    def _names(self, cursor) -> list[str]:
        if self.database.startswith("sqlite"):
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        else:
            cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = {name for (name,) in cursor.fetchall()}
        return sorted(names - NOT_COMPARED - {"sqlite_sequence"})


def new_place(directory: Path, database: str = "") -> Place:
    directory.mkdir()
    return Place(directory, database or f"sqlite:///{directory / 'db.sqlite3'}")


@pytest.fixture
def used(database, tmp_path) -> Place:
    """A site on PostgreSQL that was in use."""
    place = new_place(tmp_path / "used", database)
    place.manage(*SHELL, USE)
    return place


def contents(backup: Path) -> dict:
    with zipfile.ZipFile(backup) as archive:
        found = json.loads(archive.read("contents.json"))
    return {"rows": found["rows"], "media": found["media"]}


def empty_database(postgresql, name: str) -> str:
    execute(postgresql, f"CREATE DATABASE {name} TEMPLATE empty")
    return postgresql.url(name)


def test_a_site_moves_to_the_other_database_and_back(used, postgresql, migrated, tmp_path):
    first, second, third = (tmp_path / f"{n}.zip" for n in range(3))
    used.manage("backup", first)
    on_sqlite = new_place(tmp_path / "sqlite")
    shutil.copy(migrated.result(), on_sqlite.directory / "db.sqlite3")
    on_sqlite.manage("restore", first)
    assert on_sqlite.counts() == used.counts()
    assert on_sqlite.media() == used.media()
    on_sqlite.manage("backup", second)
    assert contents(second) == contents(first)
    back = new_place(tmp_path / "back", empty_database(postgresql, "moved_back"))
    back.manage("restore", second)
    assert back.tables() == used.tables()
    assert back.media() == used.media()
    back.manage("backup", third)
    assert contents(third) == contents(first)
    assert "not empty" in back.refuses("restore", first)
    used_next, next_here = (place.manage(*SHELL, ADD_TOPIC) for place in (used, back))
    assert used_next == next_here, "a number that was given is not given again"


@pytest.mark.audit
def test_a_wiped_site_on_sqlite_comes_back_whole(used, tmp_path):
    moved, backup = tmp_path / "moved.zip", tmp_path / "backup.zip"
    used.manage("backup", moved)
    place = new_place(tmp_path / "sqlite")
    place.manage("restore", moved)
    place.manage("backup", backup)
    tables, media = place.tables(), place.media()
    shutil.rmtree(place.directory)
    place.directory.mkdir()
    place.manage("restore", backup)
    assert (place.tables(), place.media()) == (tables, media)


@pytest.mark.audit
def test_a_wiped_site_on_postgresql_comes_back_whole(used, postgresql, tmp_path):
    backup = tmp_path / "backup.zip"
    used.manage("backup", backup)
    tables, media = used.tables(), used.media()
    name = used.database.partition("@/")[2].partition("?")[0]
    execute(postgresql, f"DROP DATABASE {name} WITH (FORCE)")
    execute(postgresql, f"CREATE DATABASE {name}")
    shutil.rmtree(used.directory / "media")
    used.manage("restore", backup)
    assert (used.tables(), used.media()) == (tables, media)


def test_a_damaged_backup_is_refused_before_anything_is_touched(used, tmp_path):
    backup = tmp_path / "backup.zip"
    used.manage("backup", backup)
    whole = backup.read_bytes()
    place = new_place(tmp_path / "new")
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 1
    for damaged in (bytes(flipped), whole[: len(whole) // 2]):
        backup.write_bytes(damaged)
        assert "nothing was touched" in place.refuses("restore", backup)
        assert not [path for path in place.directory.rglob("*") if path.is_file()]
