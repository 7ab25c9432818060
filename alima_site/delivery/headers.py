"""Response headers that no package sets: see the README, “Into production”."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
PUBLIC_CACHE = "public, max-age=60, stale-if-error=604800"


class PublicHeadersMiddleware:
    """Public answers may be kept for a minute; the admin's never."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith("/admin/"):
            response.headers["Cache-Control"] = "no-store"
            response.headers["Referrer-Policy"] = "same-origin"
        elif response.status_code == 200:
            response.headers.setdefault("Cache-Control", PUBLIC_CACHE)
        return response
