"""Two editors in a list: no row is saved over what somebody else saved, or of what is gone."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alima_site.editorial import posted_forms
from alima_site.editorial.admin_forms import conflict_sentence
from alima_site.editorial.conflicts import is_stale


class ListForm(forms.ModelForm):
    """A row that is changed in the list: the same care as in the form."""

    admin: Any
    request: HttpRequest
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = str(getattr(self.instance, "version", None) or "")
        self.initial["seen"] = self.version
        if not self.admin.has_change_permission(self.request, self.instance):
            for field in self.fields.values():
                field.disabled = True

    def has_changed(self) -> bool:
        return bool(set(self.changed_data) - {"seen"})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.has_changed() and is_stale(self.instance, str(cleaned.get("seen", ""))):
            latest = self.instance.history.first()
            self.add_error(None, conflict_sentence(latest))
            for name in set(self.changed_data) - {"seen"}:
                now = self.fields[name].prepare_value(self.initial.get(name))
                self.add_error(name, _("Now: %(value)s") % {"value": now})
        return cleaned


class ListConflictsAdmin(admin.ModelAdmin):
    def get_queryset(self, request: HttpRequest) -> QuerySet:
        records = super().get_queryset(request)
        if not self.list_editable:
            return records
        model: Any = self.model
        past = model.history.model.objects.filter(id=OuterRef("pk"))
        return records.annotate(version=Subquery(past.values("history_id")[:1]))

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        about = {"admin": self, "request": request}
        return super().get_changelist_form(
            request, **{"form": type("ListForm", (ListForm,), about)} | kwargs
        )

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        request.changelist = super().get_changelist_instance(request)  # type: ignore[attr-defined]
        return request.changelist  # type: ignore[attr-defined]

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        class InTheOrderSent(super().get_changelist_formset(request, **kwargs)):
            """The rows as they stood in the list that was sent, whatever was moved since."""

            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                if self.is_bound:
                    sent = [form.instance for form in self.forms]
                    request.changelist.result_list = sent  # type: ignore[attr-defined]

        return InTheOrderSent

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if request.method == "POST" and self.list_editable and "_save" in request.POST:
            self._leave_out_deleted(request)
        return super().changelist_view(request, extra_context)

    def _leave_out_deleted(self, request: HttpRequest) -> None:
        """Rows of records that are gone are not saved; what was typed for them is told."""
        data = request.POST.copy()
        rows = posted_forms.rows_of(data, "form")
        key = self.opts.pk.name
        keys = {value for row in rows for value in row.get(key, []) if value.isdecimal()}
        kept = self.model._base_manager.filter(pk__in=keys)
        there = set(map(str, kept.values_list("pk", flat=True)))
        gone = [row for row in rows if row.get(key, [""])[0] in keys - there]
        model: Any = self.model
        for row in gone:
            latest = model.history.filter(id=row[key][0], history_type="-").first()
            typed = ", ".join(value for name in self.list_editable for value in row.get(name, []))
            sentence = _("%(record)s was deleted meanwhile; “%(typed)s” was not saved.")
            name = str(latest.instance) if latest else row[key][0]
            self.message_user(
                request, sentence % {"record": name, "typed": typed}, messages.WARNING
            )
        if gone:
            posted_forms.put_rows(data, "form", [row for row in rows if row not in gone], [])
            request.POST = data  # type: ignore[assignment]
