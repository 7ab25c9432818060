"""A short name for each request: the visitor sees it on an error page, the log beside the error."""

import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

current: ContextVar[str] = ContextVar("request_id", default="-")


class RequestIdMiddleware:
    """Names the request, or takes the name its own proxy gave it; a client's is not believed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = current.set(name_of(request))
        try:
            response = self.get_response(request)
            # A good answer may be kept and sent to many; it needs no name.
            if response.status_code >= 400:
                response.headers["X-Request-ID"] = current.get()
            return response
        finally:
            current.reset(token)


def name_of(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "") if settings.BEHIND_PROXY else ""
    return given if re.fullmatch(r"[0-9a-f]{8,32}", given) else secrets.token_hex(5)


class RequestIdFilter(logging.Filter):
    """Gives every line of the log the name of the request it is about."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current.get()
        return True
