"""
What a visitor reads when something failed: pages in both languages that need nothing.

They are plain files, so that a web server in front can send them when the site is down.
"""

import sys
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from alima_site.delivery import request_ids

# Where the number of the request goes; nothing stands there when a web server sends the file.
MARK = "<!-- reference -->"
REFERENCE = '<p>Référence / <span lang="en">Reference:</span> <code>{}</code></p>'
RETRY_AFTER = "60"  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """The answer to an error of ours: 503 when the database does not answer, otherwise 500."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = HttpResponse(page("503.html"), status=503)
        response["Retry-After"] = RETRY_AFTER
        return response
    return HttpResponse(page("500.html"), status=500)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(page("400.html"), status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(page("403.html"), status=403)


def page(name: str) -> str:
    text = Path(settings.BASE_DIR, "templates", name).read_text(encoding="utf-8")
    return text.replace(MARK, REFERENCE.format(request_ids.current.get()))
