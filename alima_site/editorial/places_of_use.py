"""Where a record of one kind may name one of another: in its texts, relations and rows."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from translated_fields import show_language_code

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content, Figure, FigureVersion, Remembered


def places_of_use(
    model: type[Content], kind: type[models.Model], key: Any, signs: list[Any]
) -> dict[str, Q]:
    """The fields of a model that may name the record, by name, each with the condition."""
    places: dict[str, Q] = defaultdict(Q)
    with show_language_code(False):  # a text is one use, in whichever of its languages
        for field in bilingual_fields(model):
            for sign in signs:
                # Not `contains`, which would put each sign through three functions first.
                here = GreaterThan(StrIndex(field.name, sign), 0)
                places[str(field.verbose_name)] |= Q(here)
        for field in (*model._meta.fields, *model._meta.many_to_many):
            if condition := _tie(model, field, kind, key):
                places[str(field.verbose_name)] |= condition
        for part in apps.get_models():
            if issubclass(part, Remembered) and part.part_of:
                _add_rows(places, model, part, kind, key)
    return places


def _add_rows(places: dict[str, Q], model: Any, part: Any, kind: Any, key: Any) -> None:
    """Rows of the form of a record of this kind that are tied to the one that is used."""
    whole = part._meta.get_field(part.part_of)
    if whole.related_model is not model:
        return
    for field in (*part._meta.fields, *part._meta.many_to_many):
        if field is not whole and field.related_model is kind:
            rows = part._base_manager.filter(**{field.name: key})
            places[str(part._meta.verbose_name)] |= Q(pk__in=rows.values(whole.attname))


def _tie(model: type[Content], field: Any, kind: type[models.Model], key: Any) -> Q | None:
    """That a relation leads to the number; versions of a figure are no use of it."""
    if field.related_model is FigureVersion and kind is Figure:
        versions = FigureVersion.objects.filter(figure=key)
        return _holds(model, field, versions)
    if field.related_model is not kind or (model, field.name) == (FigureVersion, "figure"):
        return None
    return _holds(model, field, kind._default_manager.filter(pk=key))


def _holds(model: type[Content], field: Any, records: models.QuerySet) -> Q:
    keys = records.values("pk")
    if not field.many_to_many:
        return Q(**{f"{field.name}__in": keys})
    tied = model._default_manager.filter(**{f"{field.name}__in": keys})
    return Q(pk__in=tied.values("pk"))
