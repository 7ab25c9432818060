"""Two editors in the admin: a form does not save over what somebody else saved."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from alima_site.editorial import posted_forms
from alima_site.editorial.admin_forms import conflict_sentence
from alima_site.editorial.comparison import changes, part_models
from alima_site.editorial.conflicts import Conflict, is_stale, merge, version_number, words_of_form


class ConflictsAdmin(admin.ModelAdmin):
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST" and object_id and super().has_change_permission(request):
            # Two that are sent at the same moment are looked at one after the other.
            # Unordered: an order by relations would join what cannot be locked.
            key = unquote(object_id)
            if key.isdecimal():
                list(self.model._base_manager.order_by().select_for_update().filter(pk=key))
            record = self.get_object(request, key)
            if record is None:
                return self._after_deletion(request, key, extra_context)
            if is_stale(record, request.POST.get("seen", "")):
                if not self.has_change_permission(request, record):
                    return self._keep_text(request, record, record.history.first())
                self._take_up(request, record)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Somebody saved the same at the same moment: looked at again, the form says so.
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _forms(self, request: HttpRequest, record: Any) -> tuple[Any, list[Any]]:
        """The form and its rows as sent, looked at but not saved."""
        fieldsets = self.get_fieldsets(request, record)
        form_class = self.get_form(
            request, record, change=True, fields=flatten_fieldsets(fieldsets)
        )
        form: Any = form_class(request.POST, request.FILES, instance=record)
        form.step = None
        formsets, _inlines = self._create_formsets(  # type: ignore[attr-defined]
            request, form.instance, change=True
        )
        form.is_valid()
        for formset in formsets:
            formset.is_valid()
        return form, formsets

    def _take_up(self, request: HttpRequest, record: Any) -> None:
        """Let the form that is shown again hold both: one's own words, and what only they wrote."""
        form, formsets = self._forms(request, self.get_object(request, str(record.pk)))
        data = request.POST.copy()
        seen = request.POST["seen"]
        request.conflict = merge(record, seen, form, formsets, data)  # type: ignore[attr-defined]
        data["seen"] = version_number(record)
        request.POST = data  # type: ignore[assignment]

    def _after_deletion(self, request: HttpRequest, key: str, extra_context: Any) -> HttpResponse:
        """A form of a record that is gone becomes the form of a new one."""
        model: Any = self.model
        gone = model.history.filter(id=key, history_type="-").first() if key.isdecimal() else None
        if gone is None:
            return super().changeform_view(request, key, "", extra_context)
        if not self.has_add_permission(request):
            return self._keep_text(request, gone.instance, gone)
        data = request.POST.copy()
        for inline in self.get_inline_instances(request):
            formset: Any = inline.get_formset(request)
            prefix = formset.get_default_prefix()
            mine = inline.model in part_models(self.model)
            rows = posted_forms.rows_of(data, prefix) if mine else []
            own = {inline.model._meta.pk.name: [""], formset.fk.name: [""]}
            posted_forms.put_rows(data, prefix, [], [row | own for row in rows])
        for name in ("seen", "_step"):
            data.pop(name, None)
        request.POST = data  # type: ignore[assignment]
        request.conflict = Conflict(gone, [])  # type: ignore[attr-defined]
        add = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        return super().changeform_view(request, None, add, extra_context)

    def _keep_text(self, request: HttpRequest, record: Any, latest: Any) -> HttpResponse:
        """What somebody wrote in a form that they may no longer save, to be copied from here."""
        form: Any = self.get_form(request)(request.POST, instance=record)
        form.step = None
        form.is_valid()
        context = {
            **self.admin_site.each_context(request),
            "title": str(record),
            "opts": self.opts,
            "sentence": conflict_sentence(latest),
            "changes": changes(self.model, {}, words_of_form(form)),
        }
        return TemplateResponse(request, "admin/kept_text.html", context, status=409)
