"""For those who watch the site: does it live, and can it serve?"""

import logging
import shutil
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from alima_site.delivery.backups.versions import is_migrated
from alima_site.delivery.database import TO_CONNECT, answers_within

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of anything else: a restart would not help those."""
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when each part can do its work, otherwise 503; which one fails, and no more."""
    found = {name: holds(check) for name, check in CHECKS.items()}
    words = {name: "ok" if good else "failing" for name, good in found.items()}
    return JsonResponse(words, status=200 if all(found.values()) else 503)


def holds(check: Callable[[], bool]) -> bool:
    """Whether a check holds; one that cannot be made does not."""
    try:
        return check()
    except Exception:
        logger.exception("A check of /readyz could not be made.")
        return False


def database_answers() -> bool:
    with answers_within(TO_CONNECT, even_if_silent=True), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def disk_has_room() -> bool:
    free = shutil.disk_usage(settings.VAR_DIR).free
    return free >= settings.MIN_FREE_DISK_MB * 1024 * 1024


CHECKS = {
    "database": database_answers,
    "migrations": is_migrated,
    "disk": disk_has_room,
}
