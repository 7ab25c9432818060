from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from alima_site.editorial.admin_base import CorrectedAdmin, EditorialAdmin, LinkedInline
from alima_site.editorial.admin_figures import UsedFigureAdmin
from alima_site.editorial.admin_imports import ImportRunAdmin  # noqa: F401  (registers itself)
from alima_site.editorial.models import (
    Correction,
    Figure,
    FigureVersion,
    Indicator,
    Source,
    Topic,
)


@admin.register(Source)
class SourceAdmin(EditorialAdmin):
    list_display = ("title", "publisher", "published", "kind", "language", "state")
    list_filter = ("state", "kind", "language")
    search_fields = ("slug", "title", "publisher", "url")


@admin.register(Topic)
class TopicAdmin(EditorialAdmin):
    list_display = ("name_fr", "name_en", "slug", "state")
    search_fields = ("slug", "name_fr", "name_en", "also")


@admin.register(Indicator)
class IndicatorAdmin(EditorialAdmin):
    list_display = ("name_fr", "name_en", "slug", "unit", "threshold", "state")
    list_filter = ("state", "unit")
    search_fields = ("slug", "name_fr", "name_en")
    counted = ("statistics",)


class FigureVersionInline(LinkedInline):
    model = FigureVersion
    fields = ("slug", "value", "qualifier", "period_as_printed_en", "as_of", "is_current", "state")


@admin.register(Figure)
class FigureAdmin(UsedFigureAdmin):
    list_display = ("label_fr", "label_en", "slug", "theme", "unit", "state")
    list_filter = ("state", "theme", "unit")
    search_fields = ("slug", "label_fr", "label_en")
    counted = ("versions",)
    inlines = (FigureVersionInline,)


@admin.register(FigureVersion)
class FigureVersionAdmin(CorrectedAdmin):
    list_display = ("slug", "figure", "value", "qualifier", "as_of", "is_current", "state")
    list_filter = ("state", "is_current", "confidence", "figure")
    list_select_related = ("figure",)
    search_fields = ("slug", "label_fr", "label_en", "figure__slug")


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    """Read only: corrections are written by the site itself, and nothing is taken away."""

    list_display = ("corrected_at", "label_fr", "field", "old", "new")
    list_filter = ("field",)
    search_fields = ("label_fr", "label_en")
    date_hierarchy = "corrected_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
