"""Where on this site a number is used: by token in a text, or as a record beside another."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Q
from translated_fields import show_language_code

from alima_site.editorial import tokens
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content, Figure, FigureVersion


class Use(NamedTuple):
    """A public page that shows the number: the record's name, its address, what of it."""

    label: str
    url: str
    field: str


# Pages that name figures in code; their rooms register how to find them.
ANSWERS: list[Callable[[models.Model], Iterable[Use]]] = []


def register(answer: Callable[[models.Model], Iterable[Use]]) -> None:
    ANSWERS.append(answer)


def uses_of(record: Any) -> list[Use]:
    """
    The public uses of a figure, a version of one, or a statistic, each once. A figure's
    uses are those of its versions, too. One query a kind of content and one a relation.
    """
    found = [use for answer in ANSWERS for use in answer(record)]
    with show_language_code(False):  # a text is one use, in whichever of its languages
        for model in apps.get_models():
            if issubclass(model, Content):
                found += _by_token(model, tokens_of(record))
                found += _by_relation(model, record)
    return list(dict.fromkeys(found))


def tokens_of(record: Any) -> list[str]:
    """How the tokens of a record begin."""
    if isinstance(record, Figure):
        return [f"[[figure:{record.slug}]]", f"[[figure:{record.slug}/"]
    if isinstance(record, FigureVersion):
        version = f"[[figure:{record.figure.slug}/{record.slug}]]"
        return [f"[[figure:{record.figure.slug}]]", version] if record.is_current else [version]
    return [f"[[stat:{record.slug}]]"]


def _by_token(model: type[Content], starts: list[str]) -> Iterator[Use]:
    fields = bilingual_fields(model)
    condition = Q()
    for field in fields:
        for start in starts:
            condition |= Q(**{f"{field.name}__contains": start})
    for record in _public(model, condition) if condition else ():
        for field in fields:
            if any(start in getattr(record, field.name) for start in starts):
                yield Use(str(record), record.get_absolute_url(), str(field.verbose_name))


def _by_relation(model: type[Content], number: Any) -> Iterator[Use]:
    """Records tied to the number; versions to their own figure are no use of it."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        name = field.name
        if field.related_model is FigureVersion and isinstance(number, Figure):
            name = f"{name}__figure"
        elif field.related_model is not type(number) or model is FigureVersion:
            continue
        for record in _public(model, Q(**{name: number})):
            yield Use(str(record), record.get_absolute_url(), str(field.verbose_name))


def _public(model: type[Content], condition: Q) -> models.QuerySet:
    """The public records with what their name and address need."""
    listed_with = getattr(model, "listed_with", ())
    return model.objects.published().filter(condition).select_related(*listed_with).distinct()


def tokens_in_texts(kind: str) -> set[str]:
    """The tokens of a kind that stand in any text, public or not. One query a kind of content."""
    found: set[str] = set()
    for model in apps.get_models():
        if issubclass(model, Content):
            fields = [field.name for field in bilingual_fields(model)]
            named = Q(*((f"{name}__contains", f"[[{kind}:") for name in fields), _connector=Q.OR)
            for texts in model.objects.filter(named).values_list(*fields) if fields else ():
                found |= {match[0] for text in texts for match in tokens.TOKEN.finditer(text)}
    return found
