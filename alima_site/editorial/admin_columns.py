"""Columns of the lists: texts with the values of their tokens, and how many records are beside."""

from functools import cache
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import OuterRef

from alima_site.editorial import tokens
from alima_site.editorial.admin_many import COUNTED
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.related import CountOf


def count_of(model: type[models.Model], name: str) -> CountOf:
    """The number of related records, up to one more than are counted."""
    relation = model._meta.get_field(name)
    key = relation.field.name  # type: ignore[union-attr]
    related = relation.related_model._default_manager.filter(**{key: OuterRef("pk")})  # type: ignore
    return CountOf(related.order_by().values("pk")[: COUNTED + 1])


def plain_columns(model: type[models.Model], names: Any) -> list[Any]:
    """The columns of a list; texts in two languages show values for their tokens."""
    texts = {field.name: field for field in bilingual_fields(model)}
    return [_plain_column(texts[name]) if name in texts else name for name in names]


@cache  # a form looks for a column among the read-only ones, so it is made once
def _plain_column(field: models.Field) -> Any:
    @admin.display(description=field.verbose_name, ordering=field.name)
    def column(obj: models.Model) -> str:
        return tokens.plain(getattr(obj, field.name), field.name[-2:])

    return column


def count_column(model: type[models.Model], name: str) -> Any:
    related = model._meta.get_field(name).related_model

    @admin.display(
        description=related._meta.verbose_name_plural,  # type: ignore[union-attr]
        ordering=f"{name}_count",
    )
    def column(obj: models.Model) -> str:
        count = getattr(obj, f"{name}_count")
        return f"{COUNTED}+" if count > COUNTED else str(count)

    return column
