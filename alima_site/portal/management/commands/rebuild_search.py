"""Write the index of the search anew: for a site that had none, and when its rules change."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from alima_site.portal.search.index import rebuild
from alima_site.portal.search.tables import SearchEntry


class Command(BaseCommand):
    help = "Write the index of the search anew. Every save keeps it; this begins from nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing when there is an index already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and SearchEntry.objects.exists():
            return
        found = rebuild()
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS(f"{found} records can be found."))
