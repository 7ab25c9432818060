"""Small things every public page needs."""

from typing import NamedTuple

from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _


class Crumb(NamedTuple):
    label: str
    url: str = ""


def page_of(records: QuerySet, number: str | None, size: int) -> Page:
    """The page of that number; Http404 when there is none."""
    try:
        return Paginator(records, size).page(number or 1)
    except InvalidPage:
        raise Http404(_("There is no page of this number.")) from None
