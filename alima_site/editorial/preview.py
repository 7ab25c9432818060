"""The public page of a record as it would stand; whatever it takes to draw it is undone."""

from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.handlers.wsgi import WSGIRequest
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial import tokens
from alima_site.editorial.models import undone

# What the address of a page is made of; everything else of a request, its cookies
# above all, stays away from the public view.
KEPT = (
    "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO",
    "wsgi.url_scheme",
)  # fmt: skip


class Bar(NamedTuple):
    """What stands above a preview: the record's state, and where its reader may go."""

    state: str
    note: str = ""
    edit_url: str = ""
    languages: tuple[tuple[str, str, str], ...] = ()  # code, name, address
    in_frame: bool = False


def has_page(model: type[models.Model]) -> bool:
    return hasattr(model, "get_absolute_url") and hasattr(model, "published_with")


def page_of(record: Any, language: str, request: HttpRequest, bar: Bar | None) -> HttpResponse:
    """
    What the record's public view answers once the record, as it is in memory, and what it
    stands on are published. Nothing of that is kept.
    """
    with undone(), override(language), tokens.afresh():
        _publish(record)
        return _answer(record.get_absolute_url(), request, bar)


def _publish(record: Any) -> None:
    record.state, record.publish_at, record.expire_at = "published", None, None
    record.save()
    _publish_what_it_stands_on(record)


def _publish_what_it_stands_on(record: Any) -> None:
    for name in record.published_with:
        if related := getattr(record, name):
            same: Any = type(related)._default_manager.filter(pk=related.pk)
            same.update(state="published", publish_at=None, expire_at=None)
            _publish_what_it_stands_on(related)


def _answer(address: str, request: HttpRequest, bar: Bar | None) -> HttpResponse:
    path = unquote(urlsplit(address).path)
    environ = {name: request.META[name] for name in KEPT if name in request.META}
    environ |= {"REQUEST_METHOD": "GET", "PATH_INFO": path, "wsgi.input": BytesIO()}
    public: Any = WSGIRequest(environ)
    public.preview = bar
    public.resolver_match = match = resolve(path)
    try:
        response = match.func(public, *match.args, **match.kwargs)
    except Http404:
        return HttpResponse(_("As it stands, this record would have no page."), status=404)
    if hasattr(response, "render"):
        response.render()
    return response
