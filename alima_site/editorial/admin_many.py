"""Lists and autocompletes of the admin stay quick where there are thousands of records."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.filters import AllValuesFieldListFilter, RelatedFieldListFilter
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest

from alima_site.delivery.kept import kept

# Records a filter lists; all others are found by the search.
LISTED = 60
# Hits of an autocompletion, and records beside another, that are counted.
COUNTED = 200


class FirstOfMany(RelatedFieldListFilter):
    """A filter by a relation, with the first records and those that are chosen."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[Any]:
        ordering = self.field_admin_ordering(field, request, model_admin)
        records: Any = field.remote_field.model._default_manager
        first = records.order_by(*ordering or records.model._meta.ordering).values("pk")[:LISTED]
        # A value that is no key chooses nothing; the list says so.
        chosen = [key for key in self.lookup_val or () if key.isdecimal() and len(key) < 19]
        limit = Q(pk__in=first) | Q(pk__in=chosen)
        choices: list[Any] = field.get_choices(
            include_blank=False, ordering=ordering, limit_choices_to=limit
        )
        return choices


admin.FieldListFilter.register(
    lambda field: bool(field.remote_field), FirstOfMany, take_priority=True
)


class KeptValues(AllValuesFieldListFilter):
    """A filter by the values there are, which are looked up once until content changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.lookup_choices
        values: Any = kept((str(found.model), self.field_path), lambda: list(found))
        self.lookup_choices = values


class ManyAdmin(admin.ModelAdmin):
    list_per_page = 20
    # What was filtered out is not counted beside what was found.
    show_full_result_count = False

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        """What is changed in the list itself has the column's name for those who do not see it."""
        rows: Any = super().get_changelist_formset(request, **kwargs)
        for field in rows.form.base_fields.values():
            field.widget.attrs["aria-label"] = field.label
        return rows

    def is_autocompletion(self, request: HttpRequest) -> bool:
        return bool(request.resolver_match and request.resolver_match.url_name == "autocomplete")

    def get_ordering(self, request: HttpRequest) -> Any:
        """As an index has them, so that the first are found without sorting all."""
        has_slug = any(field.name == "slug" for field in self.opts.fields)
        indexed = ("slug",) if has_slug and self.is_autocompletion(request) else ()
        return indexed or super().get_ordering(request)

    def get_paginator(
        self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any
    ) -> Paginator:
        paginator: Any = super().get_paginator(request, queryset, per_page, *args, **kwargs)
        if self.is_autocompletion(request) and isinstance(queryset, models.QuerySet):
            paginator.count = queryset.order_by().values("pk")[:COUNTED].count()
        return paginator
