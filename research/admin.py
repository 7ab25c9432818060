from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_linked import LinkedInline
from research.models import Collaboration, Membership, PracticeChange, Publication, Study


class MembershipInline(admin.TabularInline):
    model = Membership
    fk_name = "collaboration"
    extra = 0
    autocomplete_fields = ("institution",)


@admin.register(Collaboration)
class CollaborationAdmin(EditorialAdmin):
    list_display = ("short_name_fr", "full_name_fr", "kind", "since", "until", "state")
    list_filter = ("state", "kind")
    search_fields = ("slug", "short_name_fr", "short_name_en", "full_name_fr", "full_name_en")
    counted = ("memberships", "studies")
    inlines = (MembershipInline,)


class PublicationInline(LinkedInline):
    model = Publication
    fields = ("title", "kind", "journal", "year", "state")


class PracticeChangeInline(LinkedInline):
    model = PracticeChange
    fields = ("title_fr", "kind", "date", "state")


class ResultDueFilter(admin.SimpleListFilter):
    """Studies whose result staff should ask for, twelve months after the end."""

    title = _("result")
    parameter_name = "result"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("due", _("due: ended a year ago, none recorded"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() != "due":
            return queryset
        return queryset.filter(pk__in=Study.objects.result_due())


@admin.register(Study)
class StudyAdmin(EditorialAdmin):
    list_display = (
        "short_title_fr", "title_fr", "start", "end", "result_due", "registration_id", "state",
    )  # fmt: skip
    list_filter = ("state", ResultDueFilter, "diseases", "design_kind", "confidence")
    search_fields = ("slug", "short_title_fr", "short_title_en", "title_fr", "registration_id")
    counted = ("publications", "practice_changes")
    inlines = (PublicationInline, PracticeChangeInline)

    @admin.display(description=_("result due"), boolean=True)
    def result_due(self, study: Study) -> bool:
        return study.is_result_due


@admin.register(Publication)
class PublicationAdmin(EditorialAdmin):
    list_display = ("title", "kind", "journal", "year", "study", "state")
    list_filter = ("state", "kind", "title_is_summarised")
    list_select_related = ("study",)
    search_fields = ("slug", "title", "doi", "journal", "first_author")


@admin.register(PracticeChange)
class PracticeChangeAdmin(EditorialAdmin):
    list_display = ("title_fr", "kind", "date", "study", "state")
    list_filter = ("state", "kind")
    list_select_related = ("study",)
    search_fields = ("slug", "title_fr", "title_en")
