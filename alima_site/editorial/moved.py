"""Where a page is not found but was once, its old address leads to the new one, for good."""

from collections.abc import Callable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve


class OldAddressMiddleware:
    """In one step, and only to a page that answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        return moved(request) or response


def moved(request: HttpRequest) -> HttpResponse | None:
    # Not on top: settings name this module before there are models.
    from alima_site.editorial.models import OldAddress

    path = request.path_info
    whole = path if path.endswith("/") or "." in path else f"{path}/"
    target = OldAddress.objects.target(whole)
    if not target:
        return None
    try:
        match = resolve(target)
        answer = match.func(request, *match.args, **match.kwargs)
    except (Http404, Resolver404):
        return None
    if answer.status_code in (301, 302):  # a short link, which knows the reader's language
        return answer
    if answer.status_code != 200:
        return None
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(quote(target) + (f"?{query}" if query else ""))
    # A day: who gave up an address may take it back.
    response["Cache-Control"] = "max-age=86400"
    return response
