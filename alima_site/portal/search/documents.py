"""What the search knows of a record, read from its fields: names, texts, dates, identifiers."""

import re
from collections.abc import Iterable, Iterator, Set
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.apps import apps
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import override
from django_countries.fields import CountryField
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual_fields
from alima_site.editorial.models import Content, Figure, FigureVersion, Indicator, Source, State
from alima_site.editorial.tokens import TOKEN
from alima_site.portal.search.kinds import kind_of
from alima_site.portal.search.tables import SearchEntry, SearchWord
from alima_site.portal.search.words import tokens
from partners.models import AllianceFact
from programs.models import CountryProgramme, PatientStatistic
from research.fields import IdentifierField
from research.models import Collaboration

Place = SearchWord.Place
# Fields that name a record, the one a reader would say first.
NAMES = (
    "acronym", "short_name", "short_title", "speaker", "name", "full_name", "title", "label",
)  # fmt: skip
# Texts of one language, or of none.
PLAIN = ("publisher", "journal", "first_author", "speakers", "place", "places", "reported_by")
CHOICES = ("kind", "category", "theme", "design_kind")
YEARS = ("year", "founded_year", "alliance_year")
OWN_ROWS = ("memberships", "presences", "versions")
LINK = re.compile(r'href="([^"#?]*)"')
NOT_SEARCHED = ("consulted", "status_date", "source_published")


class Passage(NamedTuple):
    place: Place
    text: str
    via: models.Model | None = None


class Document(NamedTuple):
    entry: SearchEntry
    passages: list[Passage]
    # Tokens and addresses in its texts: no words, but ways to find where a record is used.
    signs: Set[str] = frozenset()


def searched_models() -> list[type[Content]]:
    """Every kind of content that has an address."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Content) and hasattr(model, "get_absolute_url")
    ]


def is_searched(record: Any) -> bool:
    """Whether it may ever be found: drafts and what was archived do not enter the index."""
    return (
        isinstance(record, Content)
        and hasattr(record, "get_absolute_url")
        and record.state == State.PUBLISHED
    )


def document(record: Any, language: str) -> Document:
    """Wants the record with its relations (see `tied`)."""
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


def names_of(record: Any) -> Iterator[str]:
    """In the active language, each once."""
    found = [str(getattr(record, name)) for name in NAMES if hasattr(record, name)]
    yield from dict.fromkeys(name for name in found if name)


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


def texts_of(record: Any, language: str) -> Iterator[str]:
    """
    Its texts in one language, for the index and for the lines under a result. Of a statistic
    none: they may repeat a count that is withheld.
    """
    if isinstance(record, PatientStatistic):
        yield f"[[stat:{record.slug}]]"
        return
    if isinstance(record, Figure) and current_version(record):
        yield f"[[figure:{record.slug}]]"
    if isinstance(record, FigureVersion):
        yield f"[[figure:{record.figure.slug}/{record.slug}]]"
    for field in bilingual_fields(type(record)):
        name, code = field.name[:-3], field.name[-2:]
        if code == language and name not in NAMES and (text := getattr(record, field.name)):
            rich = isinstance(field, ProseEditorField)
            yield strip_tags(text.replace("<", " <")) if rich else text


def asides_of(record: Any) -> Iterator[str]:
    """What its page says beside its texts: who, where, when, of what kind."""
    for field in record._meta.concrete_fields:
        value = getattr(record, field.attname)
        if not value or field.name in NOT_SEARCHED:
            continue
        if field.name in PLAIN:
            yield str(value)
        elif field.name in CHOICES and field.choices:
            yield str(getattr(record, f"get_{field.name}_display")())
        elif isinstance(field, CountryField):
            yield from (str(country.name) for country in countries(getattr(record, field.name)))
        elif is_dated_by(field):
            yield str(value)[:4]
    if isinstance(record, FigureVersion):
        yield from values_of(record, record.figure)
    if isinstance(record, AllianceFact):
        yield record.shown_value


def is_dated_by(field: Any) -> bool:
    """Whether its year is one that a reader may look for; when it was saved is not."""
    is_date = isinstance(field, PartialDateField | models.DateField)
    return field.name in YEARS or (is_date and not isinstance(field, models.DateTimeField))


def current_version(figure: Figure) -> FigureVersion | None:
    versions: Any = figure.versions.all()
    return next((v for v in versions if v.is_current and is_searched(v)), None)


def values_of(version: FigureVersion, figure: Figure) -> Iterator[str]:
    """A figure hides no small counts, so it may be looked for by its value."""
    yield wording.number(version.value)
    yield wording.with_unit(version.value, figure.unit)


def parts_of(record: Any) -> Iterator[str]:
    """Rows of its own that its page shows: members, presences."""
    if isinstance(record, Collaboration):
        yield from (str(row.member) for row in record.memberships.all())
    if isinstance(record, CountryProgramme):
        for presence in record.presences.all():
            yield from (presence.start[:4], presence.end[:4])


def countries(value: Any) -> Iterable[Any]:
    return [value] if hasattr(value, "code") else value


def tied_fields(model: type[models.Model]) -> list[Any]:
    """Relations whose names belong to what a reader may type for a record: its country, topic…"""
    return [
        field
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model
        and isinstance(field.related_model, type)
        and issubclass(field.related_model, Content)
        and not issubclass(field.related_model, Source | model)
    ]


def tied(record: Any) -> Iterator[models.Model]:
    for field in tied_fields(type(record)):
        if field.many_to_many:
            yield from getattr(record, field.name).all()
        elif other := getattr(record, field.name):
            yield other


def with_ties(records: models.QuerySet) -> models.QuerySet:
    """All that `document()` reads of each record, in a few queries."""
    fields = tied_fields(records.model)
    one = [field.name for field in fields if not field.many_to_many]
    many = [field.name for field in fields if field.many_to_many]
    many += [
        name for name in ("memberships", "presences", "versions") if hasattr(records.model, name)
    ]
    return records.select_related(*one).prefetch_related(*many)
