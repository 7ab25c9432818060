"""What the search knows of a record: its entry, and passages with the place where each stands."""

import re
from collections.abc import Iterator, Set
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import override

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Figure, Indicator
from alima_site.editorial.tokens import TOKEN
from alima_site.portal.search.kinds import kind_of
from alima_site.portal.search.searched import is_searched, tied
from alima_site.portal.search.tables import SearchEntry, SearchWord
from alima_site.portal.search.texts import (
    asides_of,
    current_version,
    names_of,
    parts_of,
    texts_of,
    values_of,
)
from alima_site.portal.search.words import tokens
from research.fields import IdentifierField
from research.models import Collaboration

Place = SearchWord.Place
LINK = re.compile(r'href="([^"#?]*)"')


class Passage(NamedTuple):
    place: Place
    text: str
    via: models.Model | None = None


class Document(NamedTuple):
    entry: SearchEntry
    passages: list[Passage]
    # Tokens and addresses in its texts: no words, but ways to find where a record is used.
    signs: Set[str] = frozenset()


def document(record: Any, language: str) -> Document:
    """Wants the record with its relations (see `with_ties`)."""
    with override(language):
        names = list(names_of(record))
        title = " – ".join(names)[:500] if names else str(record)
        entry = SearchEntry(
            model=record._meta.label_lower,
            object_id=record.pk,
            language=language,
            kind=kind_of(type(record)).code,
            slug=record.slug,
            title=title,
            title_language=getattr(record, "title_language", language),
            url=record.get_absolute_url(),
            text="\n".join(texts_of(record, language)),
            length=min(len(tokens(name)) for name in names or [title]),
        )
        signs = set(signs_in(record, language))
        return Document(entry, [*passages(record, language, names or [title])], signs)


def signs_in(record: Any, language: str) -> Iterator[str]:
    """As where_used.py asks for them: each token, the figure of a version, the end of a link."""
    for field in bilingual_fields(type(record)):
        if not field.name.endswith(f"_{language}"):
            continue
        text = getattr(record, field.name)
        for match in TOKEN.finditer(text):
            yield match.group()
            if "/" in match.group():
                yield match.group().rpartition("/")[0] + "/"
        for link in LINK.findall(text):
            yield f'{urlsplit(link).path}"'


def passages(record: Any, language: str, names: list[str]) -> Iterator[Passage]:
    for name in names:
        yield Passage(Place.NAME, name)
        yield Passage(Place.WHOLE, name)
    other = "en" if language == "fr" else "fr"
    with override(other):
        yield from (Passage(Place.ALSO, name) for name in names_of(record))
    yield from (Passage(Place.ALSO, word) for word in getattr(record, "also", "").split(";"))
    yield from (Passage(Place.WHOLE, number) for number in identifiers_of(record))
    yield from (Passage(Place.WHOLE, place) for place in places_named_in(record, names))
    if isinstance(record, Figure) and (version := current_version(record)):
        yield from (Passage(Place.ALSO, words, version) for words in values_of(version, record))
    yield from (Passage(Place.TEXT, text) for text in texts_of(record, language))
    yield from (Passage(Place.TEXT, text) for text in (*asides_of(record), *parts_of(record)))
    # “project Mirriah”: what it is may be asked for, too.
    yield Passage(Place.TIED, str(record._meta.verbose_name))
    for related in tied(record):
        if is_searched(related):
            for name in names_of(related):
                yield Passage(Place.TIED, name, related)


def places_named_in(record: Any, names: list[str]) -> Iterator[str]:
    """Places that name it: who asks for one alone asks for what is done there."""
    places = {token.word for token in tokens(str(getattr(record, "places", "")))}
    for name in names:
        for token in tokens(name):
            if len(token.word) > 2 and token.word in places and name[token.start].isupper():
                yield name[token.start : token.end]


def identifiers_of(record: Any) -> Iterator[str]:
    """Numbers of registries, DOI… and the codes by which figures are cited."""
    for field in record._meta.concrete_fields:
        if isinstance(field, IdentifierField):
            yield getattr(record, field.name)
    if isinstance(record, Figure | Indicator):
        yield record.slug
    if isinstance(record, Collaboration):
        yield from (row.ror for row in record.memberships.all())
