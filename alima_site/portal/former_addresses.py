"""
Addresses of the former site, and where each leads here. Only asked when nothing else answers:
one redirect, straight to a page that is published now, or none at all.
"""

import re
import unicodedata
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

LONGEST = 500
# A page that moved twice since; more steps are a circle.
STEPS = 5
OWN = ("/admin/", "/static/", "/media/", "/data/", "/f/")
# Long enough to save a visit; a browser does not keep a mistake for ever.
KEEP = "public, max-age=3600"


def comparable(path: str) -> str:
    """A path without what people and links vary: capitals, slashes, ways to write accents."""
    path = unicodedata.normalize("NFC", path.strip()).casefold()
    return "/" + re.sub(r"/{2,}", "/", path).strip("/")


def path_of(address: str) -> str:
    """The path of an address as it was typed or copied; empty when there is none."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    return unquote(parts.path) if parts.path or parts.netloc else ""


def final_address(path: str) -> str:
    """The address at which a path is answered now, after all redirects; empty when by nothing."""
    for _step in range(STEPS):
        found, location = answer(path)
        if found:
            return path
        path = location or _target_of(path) or _moved_to(path)
        if not path:
            break
    return ""


def answer(path: str) -> tuple[bool, str]:
    """Whether a public page answers this path, or where its view sends to."""
    if comparable(path).startswith(("/admin", "/static/", "/media/")):
        return False, ""
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        for full in (path, f"{path}/"):
            try:
                match = resolve(full)
            except Resolver404:
                continue
            try:
                response = match.func(_visit(full), *match.args, **match.kwargs)
            except Http404:
                return False, ""
            if response.status_code == 200:
                return full == path, "" if full == path else full
            return False, path_of(response.headers.get("Location", ""))
    return False, ""


def _visit(path: str) -> HttpRequest:
    """A visit from inside the house, with nothing a page could know of a visitor."""
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = path
    hosts = [host.lstrip(".") for host in settings.ALLOWED_HOSTS if host != "*"]
    request.META = {"SERVER_NAME": hosts[0] if hosts else "localhost", "SERVER_PORT": "443"}
    return request


def _target_of(path: str) -> str:
    from alima_site.portal.models import FormerAddress

    path = comparable(path)
    if "\0" in path or len(path) > LONGEST:
        return ""
    return FormerAddress.objects.filter(path=path).values_list("target", flat=True).first() or ""


def _moved_to(path: str) -> str:
    """The address of a record of this site that had another one before."""
    from alima_site.editorial.models import OldAddress

    return OldAddress.objects.target(path if path.endswith("/") else f"{path}/")


def check_path(address: str) -> str:
    """The path of the former site as it is kept; ValidationError if it is one of this site's."""
    path = comparable(path_of(address))
    if path == "/" or f"{path}/".startswith(OWN) or any(answer(path)):
        raise ValidationError(
            _("“%(path)s” is an address of this site: it needs no redirect."), params={"path": path}
        )
    if len(path) > LONGEST:
        raise ValidationError(_("This address is too long."))
    return path


def check_target(address: str) -> str:
    """The address here in its final form; ValidationError if nothing published answers it."""
    parts = urlsplit(address.strip())
    if parts.netloc and parts.hostname not in {h.lstrip(".") for h in settings.ALLOWED_HOSTS}:
        raise ValidationError(_("This leads to another site; write an address of this one."))
    final = final_address("/" + path_of(address).lstrip("/"))
    if not final:
        raise ValidationError(
            _("Nothing published answers “%(address)s”."), params={"address": address[:200]}
        )
    return f"{final}#{parts.fragment}" if parts.fragment else final


class FormerAddressMiddleware:
    """The innermost of all, so that a visit is redirected once, whatever its slash or language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        if request.path.startswith(OWN) or not (target := _target_of(request.path)):
            return response
        path, mark, fragment = target.partition("#")
        if final := final_address(path):
            headers = {"Cache-Control": KEEP}
            return HttpResponsePermanentRedirect(f"{final}{mark}{fragment}", headers=headers)
        return response
