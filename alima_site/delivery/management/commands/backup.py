"""Writes every row and every picture of the site to one file with checksums (delivery/backups)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils import timezone

from alima_site.delivery.backups import files, rows
from alima_site.delivery.backups.archive import writing
from alima_site.delivery.backups.versions import code_version, is_migrated


class Command(BaseCommand):
    help = "Write the whole site, rows and pictures, to one file. The site goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="replaced only once the new one is whole")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        if not is_migrated():
            raise CommandError("The database is of another version than the code: migrate first.")
        contents: dict[str, Any] = {"made_at": timezone.now(), "version": code_version()}
        try:
            with writing(file) as archive:
                with one_moment():
                    contents["rows"] = {label: write_rows(archive, label) for label in rows.kept()}
                contents["media"] = files.write(archive)
                archive.writestr("contents.json", json.dumps(contents, cls=rows.Exact, indent=1))
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error}") from error
        if options["verbosity"]:
            number = sum(part["rows"] for part in contents["rows"].values())
            self.stdout.write(f"{file}: {number} rows, {len(contents['media'])} files.")


def write_rows(archive: Any, label: str) -> dict[str, Any]:
    with archive.open(f"rows/{label}.jsonl", "w", force_zip64=True) as target:
        return rows.write(rows.kept()[label], target)


@contextmanager
def one_moment() -> Iterator[None]:
    """A transaction that sees one moment of the database, and keeps no editor waiting."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
