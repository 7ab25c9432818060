"""Compression of answers on their way to the reader; files have theirs from collectstatic."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")


class PublicGZipMiddleware(GZipMiddleware):
    """
    Public text is compressed; what is packed already is not, nor is the admin.

    The length of a compressed form would give away its secret, letter by letter (BREACH).
    Public pages hold no secret, so they need no random bytes either: a page that has not
    changed is the same to the byte.
    """

    max_random_bytes = 0

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        is_text = response.headers.get("Content-Type", "").startswith(TEXT)
        if request.path.startswith("/admin/") or not is_text:
            return response
        return super().process_response(request, response)
