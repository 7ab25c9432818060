"""Response headers that no package sets: see the README, “Into production”."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers

PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
PUBLIC_CACHE = "public, max-age=60, stale-if-error=604800"
# Open data, and the pictures that stand for a page where it is shared.
FOR_OTHERS = ("/data/", "/static/img/social-card-")


class PublicHeadersMiddleware:
    """Public answers may be kept for a minute; the admin's never. Pages heed Save-Data."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path.startswith("/data/"):
            # Open data are for other people's pages, too.
            response.headers["Access-Control-Allow-Origin"] = "*"
        if request.path.startswith(FOR_OTHERS):
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith("/admin/"):
            response.headers["Cache-Control"] = "no-store"
            response.headers["Referrer-Policy"] = "same-origin"
        elif response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        elif response.status_code == 200 and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = PUBLIC_CACHE
            # nginx keeps a page for a second only: the page store is the one who knows.
            response.headers["X-Accel-Expires"] = "1"
        if is_public_page(request, response):
            patch_vary_headers(response, ["Save-Data"])
        return response


def is_public_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether base.html made this answer: it leaves out the font for who saves data."""
    is_html = response.headers.get("Content-Type", "").startswith("text/html")
    is_redirect = 300 <= response.status_code < 400
    return is_html and not is_redirect and not request.path.startswith("/admin/")
