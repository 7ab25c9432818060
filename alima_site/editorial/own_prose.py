"""
The portal's own prose: records that carry no source of their own, the texts of templates
and the catalogue of translations. No figure stands in it as bare characters.
"""

import ast
import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.contrib.admin.utils import quote
from django.db import models
from django.urls import NoReverseMatch, reverse
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial.bare_numbers import BareNumber, bare_numbers
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content
from alima_site.editorial.token_kinds import KINDS, Offer

# Fields in the words of a source, whatever record they are in.
PRINTED = re.compile(r"_as_printed_|^quote_")
TEMPLATE_CODE = re.compile(
    r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}|{%.*?%}|{{.*?}}", re.DOTALL
)
SPOKEN = re.compile(
    r"""(?:alt|title|aria-label|content)="([^"]*)" | translate\s+"([^"]*)" | _\("([^"]*)"\)""",
    re.VERBOSE,
)
CATALOGUE_TEXT = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', re.MULTILINE)


# No record holds a value above it, and databases refuse to look for some.
LARGEST = 10**12


class Passage(NamedTuple):
    """One text of the portal: `place` is a file or a record, `url` where an editor changes it."""

    place: str
    field: str
    language: str
    text: str
    url: str = ""


class Finding(NamedTuple):
    passage: Passage
    number: BareNumber
    offers: list[Offer]


def is_own_prose(model: type[models.Model]) -> bool:
    return issubclass(model, Content) and not model.carries_its_source


def findings(passages: Iterable[Passage] | None = None) -> list[Finding]:
    """Every bare number with the figures that have its value; one query a kind of token."""
    found = [
        (passage, number)
        for passage in (all_passages() if passages is None else passages)
        for number in bare_numbers(passage.text, passage.language)
    ]
    values = {number.value for _passage, number in found}
    by_value = _offers({value for value in values if value is not None and value < LARGEST})
    return [
        Finding(passage, number, by_value.get((number.value, number.is_percentage), []))
        for passage, number in found
    ]


def _offers(values: set[Decimal]) -> dict[tuple[Decimal | None, bool], list[Offer]]:
    """Offers by value, and by whether it is a percentage."""
    by_value: dict[tuple[Decimal | None, bool], list[Offer]] = defaultdict(list)
    for kind in KINDS.values() if values else ():
        for offer in kind.offers(values):
            by_value[offer.value, offer.unit == "%"].append(offer)
    return by_value


def all_passages() -> Iterator[Passage]:
    for model in apps.get_models():
        if is_own_prose(model):
            for record in model._default_manager.all():
                yield from passages_of(record)
    for folder in settings.TEMPLATES[0]["DIRS"]:  # type: ignore[attr-defined]
        for path in sorted(Path(folder).rglob("*.html")):
            yield from _template_passages(path)
    for folder in settings.LOCALE_PATHS:
        for path in sorted(Path(folder).rglob("*.po")):
            yield from _catalogue_passages(path)


def passages_of(record: models.Model) -> Iterator[Passage]:
    """The texts of a record in both languages, but for what is marked as printed."""
    for field in bilingual_fields(type(record)):
        if (text := getattr(record, field.name)) and not PRINTED.search(field.name):
            if isinstance(field, ProseEditorField):
                text = html.unescape(re.sub(r"<[^>]*>", " ", text))
            place = f"{record._meta.verbose_name} {getattr(record, 'slug', record.pk)}"
            yield Passage(place, field.name, field.name[-2:], text, _form_url(record))


def _form_url(record: models.Model) -> str:
    options = record._meta
    try:
        name = f"admin:{options.app_label}_{options.model_name}_change"
        return reverse(name, args=[quote(record.pk)])
    except NoReverseMatch:
        return ""


def _template_passages(path: Path) -> Iterator[Passage]:
    """What a template says by itself, in English: text, spoken attributes, strings to translate."""
    text = path.read_text(encoding="utf-8")
    place = _relative(path)
    for match in SPOKEN.finditer(text):
        spoken = next(group for group in match.groups() if group is not None)
        yield Passage(place, "", "en", html.unescape(TEMPLATE_CODE.sub(" ", spoken)))
    # Tags of the template go first: one of them may stand inside a tag of the page.
    static = re.sub(r"<(?:style|script)\b.*?</|<[^>]*>", " ", TEMPLATE_CODE.sub(" ", text))
    yield Passage(place, "", "en", html.unescape(static))


def _catalogue_passages(path: Path) -> Iterator[Passage]:
    """The texts of a catalogue: English in `msgid`, its own language in `msgstr`."""
    text = path.read_text(encoding="utf-8").partition("\n\n")[2]  # without its own header
    for match in CATALOGUE_TEXT.finditer(text):
        field, quoted = match.groups()
        words = "".join(ast.literal_eval(line) for line in quoted.splitlines())
        language = "en" if field.startswith("msgid") else path.parent.parent.name
        yield Passage(_relative(path), field, language, words)


def _relative(path: Path) -> str:
    return path.relative_to(settings.BASE_DIR).as_posix()
