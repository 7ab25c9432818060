"""Small things every public page needs."""

import unicodedata
from typing import Any, NamedTuple

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _


class Crumb(NamedTuple):
    label: str
    url: str = ""


class Fact(NamedTuple):
    """A line of the list of facts beside a title."""

    label: str
    value: str
    url: str = ""


def known(*facts: Fact) -> list[Fact]:
    """The facts that have a value."""
    return [fact for fact in facts if fact.value]


def or_not_published(value: Any) -> str:
    """The value, or the words that stand where a reader would look for it."""
    return str(value) if value else _("not published")


def without_accents(text: str) -> str:
    """A key to sort by, so that Éthiopie does not come after Tchad."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def by_name(record: Any) -> str:
    """Sort key: the name without accents."""
    return without_accents(str(record.name))


def page_with(
    found: QuerySet, whole: QuerySet, number: str | None, size: int, count: int | None = None
) -> Page:
    """The same of bare records in their order, of which the page's own come as whole ones."""
    page = page_of(found.values_list("pk", flat=True), number, size, count)
    page.object_list = list(whole.filter(pk__in=list(page.object_list)))
    return page


def page_of(
    records: QuerySet | list[Any], number: str | None, size: int, count: int | None = None
) -> Page:
    """The page of that number; Http404 when there is none. They are counted where not said."""
    paginator = Paginator(records, size)
    if count is not None:
        paginator.count = count
    try:
        return paginator.page(number or 1)
    except InvalidPage:
        raise Http404(_("There is no page of this number.")) from None
