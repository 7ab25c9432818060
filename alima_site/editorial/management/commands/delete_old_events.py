"""What is known of those who sign in goes when its time is over."""

import datetime
from typing import Any

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils import timezone

from alima_site.editorial.models import AuditEntry


class Command(BaseCommand):
    help = (
        "Delete security events older than SECURITY_EVENTS_KEPT_DAYS, sessions that are over, and "
        "counts of failed sign-ins older than a day. Meant for a timer, once a day."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say how many there are.")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            count, verb = AuditEntry.objects.past_their_time().count(), "would be deleted"
        else:
            count, verb = AuditEntry.objects.forget_old(), "deleted"
            yesterday = timezone.now() - datetime.timedelta(days=1)
            AccessAttempt.objects.filter(attempt_time__lt=yesterday).delete()
            call_command("clearsessions")
        if options["verbosity"]:
            days = settings.SECURITY_EVENTS_KEPT_DAYS
            self.stdout.write(f"{count} security events older than {days} days {verb}.")
