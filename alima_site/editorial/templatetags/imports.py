"""What the newsroom's pages of imports ask."""

from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from alima_site.editorial.imports import IMPORTERS
from alima_site.editorial.wording import is_french

register = template.Library()


@register.filter
def in_language(said: dict[str, str]) -> str:
    """A sentence that is kept in both languages, in the reader's."""
    return said.get("fr" if is_french() else "en", "")


class Link(NamedTuple):
    title: Any
    url: str


@register.simple_tag(takes_context=True)
def import_link(context: Any, options: Any) -> Link | None:
    """Where records of this model are imported, for those who may."""
    for importer in IMPORTERS.values():
        if importer.model._meta is options and importer.may_import(context["user"]):
            url = f"{reverse('admin:editorial_importrun_add')}?kind={importer.kind}"
            return Link(importer.link, url)
    return None
