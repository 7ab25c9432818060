"""The form page: title and state, both languages, and what stands aside of them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from alima_site.editorial.comparison import as_text, word_by_word
from alima_site.editorial.models import TranslationCheck
from alima_site.editorial.preflight import preflight


class FormPageAdmin(admin.ModelAdmin):
    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        record = kwargs.get("obj")
        may_change = self.has_change_permission(request, record)
        context |= self.preview_context(request, record)  # type: ignore[attr-defined]
        if record is not None:
            saved: Any = self.get_object(request, str(record.pk))
            context |= {
                "checks": checks_of(saved),
                "may_share": may_change,
                "state_words": saved.get_state_display(),
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
