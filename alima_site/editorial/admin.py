from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_corrected import CorrectedAdmin
from alima_site.editorial.admin_figures import CheckedFiguresAdmin
from alima_site.editorial.admin_imports import ImportRunAdmin  # noqa: F401  (registers itself)
from alima_site.editorial.admin_linked import LinkedInline
from alima_site.editorial.admin_photos import PhotoAdmin
from alima_site.editorial.models import (
    AuditEntry,
    Correction,
    Figure,
    FigureVersion,
    Indicator,
    OldAddress,
    Photo,
    Source,
    Topic,
)

admin.site.register(Photo, PhotoAdmin)


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
class FigureAdmin(CheckedFiguresAdmin):
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


class ReadOnlyAdmin(admin.ModelAdmin):
    """What the site itself writes, and of which nothing is taken away."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ("corrected_at", "label_fr", "field", "old", "new")
    list_filter = ("field",)
    search_fields = ("label_fr", "label_en")
    date_hierarchy = "corrected_at"


@admin.register(OldAddress)
class OldAddressAdmin(ReadOnlyAdmin):
    list_display = ("path", "record", "left_at")
    search_fields = ("path",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("record")


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ("at", "kind", "account", "by", "detail")
    list_filter = ("kind",)
    search_fields = ("account", "by", "detail")
    date_hierarchy = "at"


# Their keys are for their owners only: see sign_in/.
admin.site.unregister((TOTPDevice, StaticDevice))
