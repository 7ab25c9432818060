"""Where on this site a number is used: by token in a text, or as a record beside another."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Case, Q, Value, When
from translated_fields import show_language_code

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.listing import in_one_query
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
    uses are those of its versions, too. One query for all kinds of content.
    """
    found = [use for answer in ANSWERS for use in answer(record)]
    places = {}
    with show_language_code(False):  # a text is one use, in whichever of its languages
        for model in apps.get_models():
            if issubclass(model, Content) and (known := _places(model, record)):
                places[model] = known
        kinds = [_using(model, known) for model, known in places.items()]
        for use in in_one_query(kinds, also="used_in"):
            for number, field in enumerate(places[type(use)]):
                if int(use.used_in) & 1 << number:
                    found.append(Use(str(use), use.get_absolute_url(), field))
    return list(dict.fromkeys(found))


def tokens_of(record: Any) -> list[str]:
    """How the tokens of a record begin."""
    if isinstance(record, Figure):
        return [f"[[figure:{record.slug}]]", f"[[figure:{record.slug}/"]
    if isinstance(record, FigureVersion):
        version = f"[[figure:{record.figure.slug}/{record.slug}]]"
        return [f"[[figure:{record.figure.slug}]]", version] if record.is_current else [version]
    return [f"[[stat:{record.slug}]]"]


def _places(model: type[Content], record: Any) -> dict[str, Q]:
    """The fields of a kind that may name the record, by name, each with the condition."""
    places: dict[str, Q] = defaultdict(Q)
    for field in bilingual_fields(model):
        for start in tokens_of(record):
            places[str(field.verbose_name)] |= Q(**{f"{field.name}__contains": start})
    for field in (*model._meta.fields, *model._meta.many_to_many):
        if condition := _tie(model, field, record):
            places[str(field.verbose_name)] |= condition
    return places


def _tie(model: type[Content], field: Any, number: Any) -> Q | None:
    """That a relation leads to the number; versions of a figure are no use of it."""
    if field.related_model is FigureVersion and isinstance(number, Figure):
        versions = FigureVersion.objects.filter(figure=number)
        return _holds(model, field, versions)
    if field.related_model is not type(number) or model is FigureVersion:
        return None
    return _holds(model, field, type(number)._default_manager.filter(pk=number.pk))


def _holds(model: type[Content], field: Any, records: models.QuerySet) -> Q:
    keys = records.values("pk")
    if not field.many_to_many:
        return Q(**{f"{field.name}__in": keys})
    tied = model._default_manager.filter(**{f"{field.name}__in": keys})
    return Q(pk__in=tied.values("pk"))


def _using(model: type[Content], places: dict[str, Q]) -> models.QuerySet:
    """The public records that use the number; the bits of `used_in` say where."""
    used_in: Any = Value(0)
    for number, condition in enumerate(places.values()):
        used_in += Case(When(condition, then=Value(1 << number)), default=Value(0))
    anywhere = reduce(or_, places.values())
    return model.objects.published().filter(anywhere).annotate(used_in=used_in)
