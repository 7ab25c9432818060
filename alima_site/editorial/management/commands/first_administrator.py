"""Let the first person into the desk of a new site."""

import os
import secrets
from typing import Any

from django.contrib.auth.models import User
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
        password = given or secrets.token_urlsafe(12)
        User.objects.create_superuser("admin", password=password)
        shown = "the one in DJANGO_SUPERUSER_PASSWORD" if given else f"{password} (shown only now)"
        self.stdout.write(f"First administrator: admin, password: {shown}")
