"""Which records are searched, and the records whose names belong to what is typed for them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from alima_site.editorial.models import Content, Source, State

OWN_ROWS = ("memberships", "presences", "versions")


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
    many += [name for name in OWN_ROWS if hasattr(records.model, name)]
    return records.select_related(*one).prefetch_related(*many)
