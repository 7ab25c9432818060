"""
Values that no column of the database holds (a number of thirty digits, a NUL, a year −1), rows
that it refuses beside those it has, and patterns and names of fields that are none.

Forms refuse them; some parameters, above all of Django's admin, reach the database unchecked.
Then the request is not understood: 400, and the log tells where.
"""

import logging
from collections.abc import Callable

from django.core.exceptions import FieldDoesNotExist
from django.db import DataError, IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from alima_site.delivery.failures import bad_request

logger = logging.getLogger(__name__)


class UnstorableMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not is_unstorable(exception):
            return None
        logger.warning("A value cannot be stored: %s", exception, exc_info=exception)
        return bad_request(request, exception)


def is_unstorable(error: Exception) -> bool:
    """Some errors are one only where the database layer raised them; elsewhere they are ours."""
    if isinstance(error, OverflowError | DataError | IntegrityError):
        return True
    # What PostgreSQL calls a DataError, SQLite finds in Django's own function for patterns.
    if isinstance(error, OperationalError) and "user-defined function" in str(error):
        return True
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = trace.tb_frame.f_globals.get("__name__", "") if trace else ""
    return isinstance(error, ValueError | FieldDoesNotExist) and where.startswith("django.db.")
