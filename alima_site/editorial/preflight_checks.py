"""What is looked at before a record of any kind is published; rooms register their own beside."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alima_site.editorial import preflight, token_refusals, tokens, wording
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.languages import missing_names, named, pairs
from alima_site.editorial.links import Pages
from alima_site.editorial.models import Photo
from alima_site.editorial.preflight import Remark

LONG_TITLE = 70  # characters a search engine shows
LONG_SUMMARY = 300
TITLES = ("name", "title", "label", "short_title", "short_name")


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


def register() -> None:
    for check in (
        source_is_public, french_is_there, links_lead_somewhere, figures_are_known,
        picture_may_be_shown,
    ):  # fmt: skip
        preflight.register(check, blocks=True)
    for check in (english_is_there, titles_are_short, has_a_summary, what_it_stands_on_is_public):
        preflight.register(check, blocks=False)
