"""Where on this site a record is used: by token or address in a text, or beside another."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Q
from translated_fields import show_language_code

from alima_site.editorial import tokens
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content, Figure, FigureVersion, Remembered


class Use(NamedTuple):
    """A public page that shows the record: the page's name, its address, where in it."""

    label: str
    url: str
    field: str


# Pages that name figures in code; their rooms register how to find them.
ANSWERS: list[Callable[[models.Model], Iterable[Use]]] = []


def register(answer: Callable[[models.Model], Iterable[Use]]) -> None:
    ANSWERS.append(answer)


def uses_of(record: Any) -> list[Use]:
    """
    The public uses of any content, each once: where its token or its address stands in a
    text, and records tied to it. A figure's uses are those of its versions, too. One
    query a kind of content and one a relation.
    """
    found = [use for answer in ANSWERS for use in answer(record)]
    signs = [*tokens_of(record), *addresses_of(record)]
    with show_language_code(False):  # a text is one use, in whichever of its languages
        for model in apps.get_models():
            if issubclass(model, Content):
                found += _by_sign(model, signs, record)
                found += _by_relation(model, record)
            elif issubclass(model, Remembered) and model.part_of:
                found += _by_part(model, record)
    return list(dict.fromkeys(found))


def tokens_of(record: Any) -> list[str]:
    """How the tokens of a record begin."""
    if isinstance(record, Figure):
        return [f"[[figure:{record.slug}]]", f"[[figure:{record.slug}/"]
    if isinstance(record, FigureVersion):
        version = f"[[figure:{record.figure.slug}/{record.slug}]]"
        return [f"[[figure:{record.figure.slug}]]", version] if record.is_current else [version]
    # Other rooms name their kinds of tokens; a code no text names is found nowhere.
    return [f"[[{name}:{record.slug}]]" for name in tokens.KINDS if name != "figure"]


def addresses_of(record: Any) -> list[str]:
    """How links to the page of a record end; none where it stands on a page of many."""
    return [f'{path}"' for path in record.addresses().values() if path.endswith("/")]


def _by_sign(model: type[Content], signs: list[str], record: Any) -> Iterator[Use]:
    fields = bilingual_fields(model)
    condition = Q()
    for field in fields:
        for sign in signs:
            condition |= Q(**{f"{field.name}__contains": sign})
    for user in _public(model, condition) if condition else ():
        for field in fields:
            if user != record and any(sign in getattr(user, field.name) for sign in signs):
                yield Use(str(user), user.get_absolute_url(), str(field.verbose_name))


def _by_relation(model: type[Content], record: Any) -> Iterator[Use]:
    """Records tied to it; versions to their own figure are no use of it."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        name = field.name
        if field.related_model is FigureVersion and isinstance(record, Figure):
            name = f"{name}__figure"
        elif field.related_model is not type(record) or (model, name) == (FigureVersion, "figure"):
            continue
        for user in _public(model, Q(**{name: record})):
            if user != record:
                yield Use(str(user), user.get_absolute_url(), str(field.verbose_name))


def _by_part(model: Any, record: Any) -> Iterator[Use]:
    """Rows of the form of another record that are tied to it."""
    whole = model._meta.get_field(model.part_of)
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if field is not whole and field.related_model is type(record):
            keys = model._base_manager.filter(**{field.name: record}).values(whole.attname)
            for user in _public(whole.related_model, Q(pk__in=keys)):
                if user != record:
                    yield Use(str(user), user.get_absolute_url(), str(model._meta.verbose_name))


def _public(model: type[Content], condition: Q) -> models.QuerySet:
    """The public records with what their name and address need."""
    listed_with = getattr(model, "listed_with", ())
    return model.objects.published().filter(condition).select_related(*listed_with).distinct()
