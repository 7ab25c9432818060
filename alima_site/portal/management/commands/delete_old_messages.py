"""Keep the promise of the contact page: what people wrote goes when its time is over."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from alima_site.portal.models import DailySalt, Message


class Command(BaseCommand):
    help = (
        "Delete messages of the contact form that are older than MESSAGES_KEPT_DAYS. "
        "Meant for a timer, once a day."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say how many there are.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        old = Message.objects.past_their_time()
        count = old.count()
        if options["dry_run"]:
            verb = "would be deleted"
        else:
            old.delete()
            DailySalt.sweep()
            verb = "deleted"
        if options["verbosity"]:
            days = settings.MESSAGES_KEPT_DAYS
            self.stdout.write(f"{count} messages older than {days} days {verb}.")
