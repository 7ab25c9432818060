"""Links of our texts to our own pages: whether they lead anywhere."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import Resolver404, resolve
from django.utils.translation import override
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial.models import Content

LINK = re.compile(r"""<a\b[^>]*?\bhref=["']([^"']*)["']""", re.IGNORECASE)


class Link(NamedTuple):
    field: str
    address: str


def rich_fields(model: type[models.Model]) -> list[str]:
    return [f.name for f in model._meta.concrete_fields if isinstance(f, ProseEditorField)]


def internal(html: str) -> list[str]:
    """The addresses on this site that a text links to."""
    return [address for address in LINK.findall(html or "") if _is_ours(address)]


def _is_ours(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") or address.startswith("//"):
        return parts.hostname in settings.ALLOWED_HOSTS
    return not parts.scheme and bool(parts.path)


class Pages:
    """The public pages, looked up once for a whole list of links."""

    def broken(self, record: models.Model) -> list[Link]:
        """The links of a record's texts that lead nowhere, as far as the public is concerned."""
        return [
            Link(field, address)
            for field in rich_fields(type(record))
            for address in self.leading_nowhere(internal(getattr(record, field)))
        ]

    def leading_nowhere(self, addresses: Iterable[str]) -> list[str]:
        return [address for address in addresses if not self._exists(address)]

    def _exists(self, address: str) -> bool:
        path = unquote(urlsplit(address).path)
        language = path.strip("/").partition("/")[0]
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        with override(language):
            try:
                match = resolve(path)
            except Resolver404:
                return False
        if match.view_name not in self._views:
            return match.app_name != "admin"
        return (match.view_name, tuple(sorted(match.kwargs.items()))) in self._pages

    @cached_property
    def _views(self) -> set[str]:
        """The names of the addresses at which records have their pages."""
        return {name for name, _arguments in self._pages}

    @cached_property
    def _pages(self) -> set[tuple[str, Any]]:
        """One query a kind of content."""
        found = set()
        with override(settings.LANGUAGE_CODE):
            for model in apps.get_models():
                if issubclass(model, Content) and hasattr(model, "get_absolute_url"):
                    listed_with = getattr(model, "listed_with", ())
                    record: Any
                    for record in model.objects.published().select_related(*listed_with):
                        path = urlsplit(record.get_absolute_url()).path
                        match = resolve(path)
                        found.add((match.view_name, tuple(sorted(match.kwargs.items()))))
        return found
