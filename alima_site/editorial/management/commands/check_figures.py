"""
List the numbers that stand in the portal's own prose as bare characters, with the
figures that have their value. Exit status 1 when there are any.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from alima_site.editorial.own_prose import findings


class Command(BaseCommand):
    help = "Find numbers in the portal's own prose that are not tokens, and offer figures."

    def handle(self, *args: Any, **options: Any) -> None:
        with override("en"):  # one language for the list, whatever the site's is
            found = findings()
        for finding in found:
            where = ", ".join(filter(None, (finding.passage.place, finding.passage.field)))
            self.stdout.write(f"{where}: {finding.number.excerpt}")
            for offer in finding.offers:
                self.stdout.write(f"    {offer.token}  {offer.label}")
        if found:
            raise CommandError(f"{len(found)} bare numbers in the portal's own prose.")
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS("No bare number in the portal's own prose."))
