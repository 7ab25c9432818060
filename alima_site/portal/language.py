"""Which language a visitor of `/` is sent to."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_supported_language_variant, override
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe


def best_language(accept_language: str) -> str:
    """The first language of the header that the site speaks; French when in doubt."""
    for code, priority in parse_accept_lang_header(accept_language):
        if not priority:
            continue
        try:
            return get_supported_language_variant(code)
        except LookupError:
            continue
    return settings.LANGUAGE_CODE


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """By the browser's preference alone: no cookie, no account."""
    return redirect_in_language(request, "portal:home")


def redirect_in_language(request: HttpRequest, page: str, *args: Any) -> HttpResponse:
    """To the page of that name, in the language the reader prefers."""
    with override(best_language(request.headers.get("Accept-Language", "").lower())):
        response = HttpResponseRedirect(reverse(page, args=args))
    patch_vary_headers(response, ["Accept-Language"])
    return response
