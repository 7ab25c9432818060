from typing import Any

from django.contrib import admin
from django.forms import BaseInlineFormSet, ModelForm

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_corrected import CorrectedAdmin
from alima_site.editorial.admin_linked import LinkedInline
from alima_site.editorial.admin_many import KeptValues
from programs.models import CountryProgramme, PatientStatistic, Presence, Project
from programs.models.presences import refuse_overlaps


class PresenceFormSet(BaseInlineFormSet):
    """
    Holds the rows of one form against each other, not against what the
    database still has: shortening one and adding the next is one step.
    """

    def _construct_form(self, i: int, **kwargs: Any) -> ModelForm:
        form = super()._construct_form(i, **kwargs)
        form.instance.overlap_checked_elsewhere = True
        return form

    def clean(self) -> None:
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms]
        refuse_overlaps([form.instance for form in kept if form.is_valid() and form.instance.start])


class PresenceInline(admin.TabularInline):
    model = Presence
    formset = PresenceFormSet
    extra = 0
    autocomplete_fields = ("source", "further_sources")


class ProjectInline(LinkedInline):
    model = Project
    fields = ("name_fr", "start", "end", "state")


@admin.register(CountryProgramme)
class CountryProgrammeAdmin(EditorialAdmin):
    list_display = ("name_fr", "name_en", "status", "status_date", "state")
    list_filter = ("state", "status", "confidence")
    search_fields = ("slug", "name_fr", "name_en", "country")
    counted = ("projects", "statistics")
    inlines = (PresenceInline, ProjectInline)


@admin.register(Project)
class ProjectAdmin(EditorialAdmin):
    list_display = ("name_fr", "name_en", "programme", "start", "end", "state")
    list_filter = ("state", "programme", "partners")
    list_select_related = ("programme",)
    search_fields = ("slug", "name_fr", "name_en", "places_fr", "places_en")


class SubsetInline(LinkedInline):
    model = PatientStatistic
    fk_name = "subset_of"
    fields = ("slug", "indicator", "value", "state")


@admin.register(PatientStatistic)
class PatientStatisticAdmin(CorrectedAdmin):
    list_display = (
        "slug", "indicator", "programme", "place", "value", "period_start", "period_end",
        "reported_by", "state",
    )  # fmt: skip
    list_filter = (
        "state", "programme", "indicator", "period_basis", "confidence",
        ("reported_by", KeptValues),
    )  # fmt: skip
    list_select_related = ("indicator", "programme")
    search_fields = ("slug", "place", "hint_fr", "hint_en", "indicator__name_fr")
    inlines = (SubsetInline,)
