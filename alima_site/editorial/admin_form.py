"""The form page: title and state, both languages, and what stands aside of them."""

from contextlib import suppress
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.differences import word_by_word
from alima_site.editorial.languages import OTHER, missing_in
from alima_site.editorial.models import TranslationCheck
from alima_site.editorial.preflight import preflight
from alima_site.editorial.values_in_words import as_text


class TranslationFilter(admin.SimpleListFilter):
    """What the table of languages on the desk leads to."""

    title = _("translation")
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("missing_fr", _("French is missing")),
            ("missing_en", _("English is missing")),
            ("check", _("to be checked")),
        ]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        name, _underscore, language = (self.value() or "").partition("_")
        if name == "missing" and language in OTHER:
            return queryset.filter(missing_in(queryset.model, language))
        if name == "check":
            checks = TranslationCheck.objects.of_kind(queryset.model)
            return queryset.filter(pk__in=checks.values("object_id"))
        return queryset


class FormPageAdmin(admin.ModelAdmin):
    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address writes into a new form, where a field can hold it."""
        fields = {field.name: field for field in (*self.opts.fields, *self.opts.many_to_many)}
        values = {}
        for name, value in super().get_changeform_initial_data(request).items():
            with suppress(ValidationError):
                if name in fields:
                    values[name] = fields[name].to_python(value)
        return values

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = kwargs.get("obj")
        may_change = self.has_change_permission(request, record)
        context |= self.preview_context(request, record)  # type: ignore[attr-defined]
        context["panels"] = self.panels  # type: ignore[attr-defined]
        context["show_save_and_add_another"] = False
        if record is not None:
            saved: Any = self.get_object(request, str(record.pk))
            context |= {
                "checks": checks_of(saved),
                "may_share": may_change,
                "preflight": preflight(saved, request) if may_change else None,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if fields := request.POST.getlist("_up_to_date"):
            TranslationCheck.objects.of(form.instance).filter(field__in=fields).delete()


def checks_of(record: Any) -> dict[str, TranslationCheck]:
    """The marks of a record by the field to check, each with what changed since."""
    found = {}
    for check in TranslationCheck.objects.of(record).select_related("changed_by"):
        now = getattr(record, check.changed_column)
        check.difference = word_by_word(as_text(check.before), as_text(now))  # type: ignore[attr-defined]
        found[check.column] = check
    return found
