"""
Load the sourced content files of all apps into the database.

Run it as often as you like: a second run changes nothing, a changed file
changes what it says anew, and what an editor changed since is left alone.
"""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.utils.translation import override

from alima_site.editorial.content_files import ContentError
from alima_site.editorial.content_load import Run
from alima_site.editorial.models import Source

OUTCOMES = ("created", "changed", "unchanged", "kept")


class Command(BaseCommand):
    help = "Load the content files of all apps, in one transaction. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reset",
            action="store_true",
            help="overwrite what editors changed since the last load",
        )
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is content already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and Source.objects.exists():
            return
        try:
            with override("en"):  # one language for the reasons, whatever the site's is
                report = Run(reset=options["reset"]).load()
            # Else a database plans its first queries as if the tables were empty.
            connection.cursor().execute("ANALYZE")
        except DatabaseError as error:
            raise CommandError(f"The database is not ready: {error}Run `migrate` first.") from error
        except ContentError as error:
            raise CommandError(f"{error}\nNothing was written.") from error
        if options["verbosity"]:
            total: Counter[str] = Counter()
            for file, tally in report:
                total += tally
                self.stdout.write(f"{file:<60} {_said(tally)}")
            self.stdout.write(self.style.SUCCESS(f"{'All files':<60} {_said(total)}"))


def _said(tally: Counter[str]) -> str:
    """As in “202 created, 0 changed, 0 unchanged, 0 kept as edited”."""
    words = ", ".join(f"{tally[outcome]} {outcome}" for outcome in OUTCOMES) + " as edited"
    return f"{words}, {tally['left']} no longer in the file" if tally["left"] else words
