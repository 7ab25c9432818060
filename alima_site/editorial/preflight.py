"""
Before publishing: what keeps a record from being published, what is only advised. The form
shows it, and everything that publishes asks `refusals()`. Rooms register checks of their own.
"""

import gzip
import logging
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alima_site.editorial import preview
from alima_site.editorial.languages import missing_names, pairs

logger = logging.getLogger(__name__)

HEAVY = 14  # kB compressed: what a slow phone gets with the first answer


class Remark(NamedTuple):
    """A sentence, and the field it is about."""

    text: str
    field: str = ""


class Report(NamedTuple):
    blocks: list[Remark]
    advice: list[Remark]
    fine: list[str]


Check = Callable[[Any], Iterable[Remark]]
BLOCKS: list[Check] = []
ADVICE: list[Check] = []


def register(check: Check, *, blocks: bool) -> None:
    """A check takes the record as it is in memory and says what is wrong with it."""
    (BLOCKS if blocks else ADVICE).append(check)


def refusals(record: Any) -> list[Remark]:
    """Why the record cannot be published; empty when it can."""
    return [remark for check in BLOCKS for remark in check(record)]


def preflight(record: Any, request: HttpRequest | None = None) -> Report:
    """Everything, for the form; with a request, the weight of the page too."""
    blocks = refusals(record)
    advice = [remark for check in ADVICE for remark in check(record)]
    fine = []
    named = {remark.field for remark in (*blocks, *advice)}
    if pairs(type(record)) and not any(missing_names(record, code) for code in ("fr", "en")):
        fine.append(_("French and English are filled in"))
    if getattr(record, "source_id", None) and "source" not in named:
        fine.append(_("It has its source"))
    if request is not None and hasattr(record, "get_absolute_url"):
        size = page_size(record, request)
        if size is None:
            advice.append(Remark(_("As it stands, this record would have no page.")))
        elif size > HEAVY:
            words = _("Heavy page: %(size)s kB, slow on a phone") % {"size": size}
            advice.append(Remark(words))
        else:
            fine.append(_("Page: %(size)s kB") % {"size": size})
    return Report(blocks, advice, fine)


def page_size(record: Any, request: HttpRequest) -> int | None:
    """Kilobytes of the compressed page in the active language; None where it cannot be drawn."""
    try:
        page = preview.page_of(record, get_language() or "fr", request, None)
    except Exception:  # the form must open, whatever is wrong with the page
        logger.exception("The page of %s %s cannot be drawn", record._meta.label, record.pk)
        return None
    return round(len(gzip.compress(page.content)) / 1000) if page.status_code == 200 else None
