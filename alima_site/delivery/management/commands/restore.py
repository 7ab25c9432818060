"""
Puts a backup into an empty place: a new database, of either kind, and an empty media folder.

The file is checked whole before anything is touched; then all of it is restored, or nothing.
"""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from alima_site.delivery import state
from alima_site.delivery.backups import files, rows
from alima_site.delivery.backups.archive import DamagedError, reading
from alima_site.delivery.backups.versions import code_version, is_migrated


class Command(BaseCommand):
    help = "Restore a backup into an empty database and an empty media folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="only say whether it is whole")

    def handle(self, *args: Any, file: Path, check: bool, **options: Any) -> None:
        try:
            with reading(file) as archive:
                contents = json.loads(archive.read("contents.json"))
                if not check:
                    self.restore(archive, contents)
        except DamagedError as error:
            raise CommandError(f"{file} is refused; nothing was touched. {error}") from error
        except OSError as error:
            raise CommandError(f"{file} cannot be restored: {error}") from error
        if options["verbosity"]:
            number = sum(part["rows"] for part in contents["rows"].values())
            done = "whole" if check else "restored"
            self.stdout.write(f"{file} is {done}: {number} rows, {len(contents['media'])} files.")

    def restore(self, archive: ZipFile, contents: dict[str, Any]) -> None:
        if contents["version"] != code_version():
            raise CommandError(
                f"The backup of {contents['made_at']} was made by another version of the site: "
                "restore it with that version, then update."
            )
        if not is_migrated():
            call_command("migrate", verbosity=0)
        if taken := rows.occupied():
            raise CommandError(f"The database is not empty: {', '.join(taken[:3])}.")
        if taken := files.others(contents["media"]):
            raise CommandError(f"The media folder has other files: {', '.join(taken[:3])}.")
        with transaction.atomic():
            self.restore_rows(archive, contents["rows"])
            files.read(archive, contents["media"])
            state.touch()

    def restore_rows(self, archive: ZipFile, parts: dict[str, Any]) -> None:
        # What migrate wrote goes too: in the backup it may have other numbers.
        call_command("flush", interactive=False, inhibit_post_migrate=True, verbosity=0)
        kept = rows.kept()
        for label in parts:
            with archive.open(f"rows/{label}.jsonl") as stream:
                rows.read(kept[label], stream)
            rows.continue_after(kept[label], parts[label]["last_number"])
        for label, part in parts.items():
            if rows.write(kept[label]) != part:
                raise CommandError(f"{label} is not as it was in the backup; nothing was restored.")
