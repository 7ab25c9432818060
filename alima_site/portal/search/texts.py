"""What a record says in its fields: names, texts, and what its page says beside them."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.utils.html import strip_tags
from django_countries.fields import CountryField
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial import wording
from alima_site.editorial.fields import PartialDateField, bilingual_fields
from alima_site.editorial.models import Figure, FigureVersion
from alima_site.portal.search.searched import is_searched
from partners.models import AllianceFact
from programs.models import CountryProgramme, PatientStatistic
from research.models import Collaboration

# Fields that name a record, the one a reader would say first.
NAMES = (
    "acronym", "short_name", "short_title", "speaker", "name", "full_name", "title", "label",
)  # fmt: skip
# Texts of one language, or of none.
PLAIN = ("publisher", "journal", "first_author", "speakers", "place", "places", "reported_by")
CHOICES = ("kind", "category", "theme", "design_kind")
YEARS = ("year", "founded_year", "alliance_year")
NOT_SEARCHED = ("consulted", "status_date", "source_published")


def names_of(record: Any) -> Iterator[str]:
    """In the active language, each once."""
    found = [str(getattr(record, name)) for name in NAMES if hasattr(record, name)]
    yield from dict.fromkeys(name for name in found if name)


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
