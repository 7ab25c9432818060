"""Let the first person into the desk of a new site."""

import os
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db.models import Q


class Command(BaseCommand):
    help = (
        "Create the administrator “admin” if there is no administrator yet, with the password "
        "in DJANGO_SUPERUSER_PASSWORD, or else a random one that is printed once."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        # A user “admin” without rights was made, or demoted, by somebody: leave that as it is.
        if User.objects.filter(Q(is_superuser=True) | Q(username="admin")).exists():
            return
        given = os.environ.get("DJANGO_SUPERUSER_PASSWORD")
        if given and not settings.LOCAL_HTTP:
            try:
                validate_password(given, User(username="admin"))
            except ValidationError as error:
                raise CommandError(
                    "DJANGO_SUPERUSER_PASSWORD: " + " ".join(error.messages)
                ) from None
        password = given or secrets.token_urlsafe(12)
        user = User.objects.create_superuser("admin", password=password)
        shown = "the one in DJANGO_SUPERUSER_PASSWORD" if given else f"{password} (shown only now)"
        self.stdout.write(f"First administrator: admin, password: {shown}")
        if settings.SECOND_FACTOR:
            call_command("sign_in_token", user.username, stdout=self.stdout)
