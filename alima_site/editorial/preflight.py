"""
Before publishing: what keeps a record from being published, what is only advised. The form
shows it, and everything that publishes asks `refusals()`. Rooms register checks of their own.
"""

import gzip
import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alima_site.editorial import preview, token_refusals, tokens, wording
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.languages import missing_names, named, pairs
from alima_site.editorial.links import Pages
from alima_site.editorial.models import Photo

logger = logging.getLogger(__name__)

LONG_TITLE = 70  # characters a search engine shows
LONG_SUMMARY = 300
HEAVY = 14  # kB compressed: what a slow phone gets with the first answer
TITLES = ("name", "title", "label", "short_title", "short_name")


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


def of_field(record: Any, column: str, sentence: str) -> Remark:
    return Remark(wording.labelled(named(record, column), sentence), column)


def source_is_public(record: Any) -> Iterator[Remark]:
    if not record.carries_its_source or not hasattr(record, "source_id"):
        return
    if record.source_id is None:
        yield of_field(record, "source", _("nothing is published without a source."))
    elif not record.source.is_published:
        sentence = _("“%(source)s” is not published itself.") % {"source": record.source}
        yield of_field(record, "source", sentence)


def french_is_there(record: Any) -> Iterator[Remark]:
    for name in missing_names(record, "fr"):
        yield of_field(record, f"{name}_fr", _("the French is missing."))


def links_lead_somewhere(record: Any) -> Iterator[Remark]:
    for link in Pages().broken(record):
        sentence = _("a link leads nowhere (%(address)s).") % {"address": link.address}
        yield of_field(record, link.field, sentence)


def figures_are_known(record: Any) -> Iterator[Remark]:
    """A figure that was public when the text was saved may not be so any more."""
    for field in bilingual_fields(type(record)):
        try:
            token_refusals.validate(getattr(record, field.name))
        except ValidationError as error:
            yield of_field(record, field.name, " ".join(error.messages))


def picture_may_be_shown(record: Any) -> Iterator[Remark]:
    """A picture has its file, credit, consent and words."""
    if isinstance(record, Photo):
        for name, sentence in record.lacking():
            yield Remark(str(sentence), "" if name == "key" else name)


def english_is_there(record: Any) -> Iterator[Remark]:
    for name in missing_names(record, "en"):
        yield of_field(record, f"{name}_en", _("the English is missing; readers get the French."))


def titles_are_short(record: Any) -> Iterator[Remark]:
    for name in set(pairs(type(record))) & {*TITLES, "summary"}:
        most = LONG_SUMMARY if name == "summary" else LONG_TITLE
        for column in (f"{name}_fr", f"{name}_en"):
            length = len(tokens.plain(getattr(record, column), column[-2:]))
            if length > most:
                sentence = _("a little long (%(length)s characters).") % {"length": length}
                yield of_field(record, column, sentence)


def has_a_summary(record: Any) -> Iterator[Remark]:
    if "summary" in pairs(type(record)) and not (record.summary_fr or record.summary_en):
        yield of_field(record, "summary_fr", _("there is none."))


def what_it_stands_on_is_public(record: Any) -> Iterator[Remark]:
    for name in record.published_with:
        related = getattr(record, name) if getattr(record, f"{name}_id") else None
        if name != "source" and related and not related.is_published:
            sentence = _("“%(record)s” is not public; this shows only once it is.")
            yield of_field(record, name, sentence % {"record": related})


for check in (
    source_is_public, french_is_there, links_lead_somewhere, figures_are_known,
    picture_may_be_shown,
):  # fmt: skip
    register(check, blocks=True)
for check in (english_is_there, titles_are_short, has_a_summary, what_it_stands_on_is_public):
    register(check, blocks=False)
