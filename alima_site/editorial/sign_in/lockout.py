"""
Who guesses has to wait: each account counts by itself the tries from each network, and the
time to wait doubles. An owner elsewhere is never locked out, nor are others behind one address.

A try is counted before it is heard and forgiven when it was right, so that many sent at once
are heard no more often than one after the other.
"""

import datetime
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from axes.signals import user_locked_out
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac

LONGEST = datetime.timedelta(hours=12)


def wait_after(failures: int) -> datetime.timedelta:
    """Nothing at first, a minute at the limit, twice as long after each further failure."""
    beyond = failures - settings.AXES_FAILURE_LIMIT
    if beyond < 0:
        return datetime.timedelta()
    return min(datetime.timedelta(minutes=2 ** min(beyond, 10)), LONGEST)


class BackingOffHandler(AxesDatabaseHandler):
    """Counts under names that tell neither the account nor the network; they last for a day."""

    def is_locked(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        """Asked once for each try, before the password is looked at."""
        with transaction.atomic():
            tries, _made = AccessAttempt.objects.select_for_update().get_or_create(
                **_names(request, credentials), defaults={"failures_since_start": 0}
            )
            if timezone.now() < tries.attempt_time + wait_after(tries.failures_since_start):
                return True
            tries.failures_since_start += 1
            tries.attempt_time = timezone.now()
            tries.save()
        request.axes_failures_since_start = tries.failures_since_start
        return False

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        failures = getattr(request, "axes_failures_since_start", None)
        if request is not None and (failures is None or failures >= settings.AXES_FAILURE_LIMIT):
            request.axes_locked_out = True
            user_locked_out.send("axes", request=request, username=credentials.get("username"))

    def user_logged_in(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        names = _names(request, {"username": user.get_username()})
        AccessAttempt.objects.filter(**names).delete()

    def user_logged_out(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        """Nothing is counted."""


def _names(request: Any, credentials: dict[str, Any] | None) -> dict[str, str]:
    # People type passwords into the wrong field: the name is not kept as it was typed.
    name = str((credentials or {}).get("username") or "")
    account = salted_hmac("account", name, algorithm="sha256").hexdigest()
    return {"username": account, "ip_address": request.axes_ip_address, "user_agent": ""}


def say_wait(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The form as it stands, which says so; the status tells machines."""
    response.status_code = 429
    return response
