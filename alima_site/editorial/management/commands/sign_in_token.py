"""Let somebody in who has no second factor yet, or has lost it."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from alima_site.editorial.models import AuditEntry
from alima_site.editorial.sign_in import second_factor
from alima_site.editorial.sign_in.audit import record


class Command(BaseCommand):
    help = (
        "Print a one-time token for an account. Within 24 hours it stands for the code at sign-in, "
        "once, and leads to setting up the second factor; the one of before is then replaced."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(
            username=options["username"], is_staff=True, is_active=True
        ).first()
        if user is None:
            raise CommandError(f"There is no open staff account “{options['username']}”.")
        token = second_factor.issue_token(user)
        record(AuditEntry.Kind.TOKEN, account=user)
        self.stdout.write(f"One-time token for {user}, valid for 24 hours: {token}")
