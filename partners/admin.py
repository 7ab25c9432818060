from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_corrected import CorrectedAdmin
from alima_site.editorial.admin_linked import LinkedInline
from partners.models import (
    AllianceFact,
    Episode,
    LedgerRow,
    Partner,
    PartnershipPrinciple,
    Representative,
    Series,
    Voice,
)


class RepresentativeInline(LinkedInline):
    model = Representative
    fields = ("name", "role_fr", "as_of", "state")


class LedgerInline(LinkedInline):
    model = LedgerRow
    fields = ("year", "measure", "value", "currency", "state")


@admin.register(Partner)
class PartnerAdmin(EditorialAdmin):
    list_display = ("acronym", "name_fr", "kind", "country", "alliance_year", "state")
    list_filter = ("state", "kind")
    search_fields = ("slug", "acronym", "name_fr", "name_en")
    counted = ("projects", "statistics")
    inlines = (RepresentativeInline, LedgerInline)


@admin.register(LedgerRow)
class LedgerRowAdmin(CorrectedAdmin):
    list_display = ("partner", "year", "measure", "value", "currency", "state")
    list_filter = ("state", "measure", "partner", "year")
    list_select_related = ("partner",)
    search_fields = ("slug", "partner__acronym", "text_fr", "text_en")
    # Made from the partner, the year and the measure.
    exclude = ("slug",)
    # 1200,50 in French, 1200.50 in English.
    formfield_overrides = EditorialAdmin.formfield_overrides | {
        models.DecimalField: {"localize": True}
    }

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Any]:
        return {}


@admin.register(Representative)
class RepresentativeAdmin(EditorialAdmin):
    list_display = ("name", "partner", "as_of", "state")
    list_select_related = ("partner",)
    search_fields = ("name", "role_fr", "role_en", "partner__acronym")


@admin.register(PartnershipPrinciple)
class PartnershipPrincipleAdmin(EditorialAdmin):
    list_display = ("title_fr", "title_en", "kind", "position", "state")
    list_editable = ("position",)
    list_filter = ("state", "kind")
    search_fields = ("slug", "title_fr", "title_en", "text_fr", "text_en")


@admin.register(Voice)
class VoiceAdmin(EditorialAdmin):
    list_display = ("speaker", "slug", "date", "language", "topic", "country", "state")
    list_filter = ("state", "language", "topic")
    list_select_related = ("topic",)
    search_fields = ("slug", "speaker", "quote_fr", "quote_en")


@admin.register(AllianceFact)
class AllianceFactAdmin(EditorialAdmin):
    list_display = ("label_fr", "label_en", "category", "number", "unit", "date_from", "state")
    list_filter = ("state", "category", "confidence")
    search_fields = ("slug", "label_fr", "label_en", "statement_fr", "statement_en")


class EpisodeInline(LinkedInline):
    model = Episode
    fields = ("number", "title_fr", "released", "state")


@admin.register(Series)
class SeriesAdmin(EditorialAdmin):
    list_display = ("title_fr", "title_en", "first_release", "state")
    search_fields = ("slug", "title_fr", "title_en")
    counted = ("episodes",)
    inlines = (EpisodeInline,)


@admin.register(Episode)
class EpisodeAdmin(EditorialAdmin):
    list_display = ("number", "title_fr", "title_en", "series", "released", "state")
    list_filter = ("state", "series")
    list_select_related = ("series",)
    search_fields = ("slug", "title_fr", "title_en", "speakers")
