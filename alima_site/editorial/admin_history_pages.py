"""What the pages of the history share: the record, its rows, and how a version is told."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from alima_site.editorial.authorship import author_of, moment_of, reason_of


class HistoryPagesAdmin(admin.ModelAdmin):
    def _named(self, route: str, view: Any, name: str) -> Any:
        name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
        return path(route, self.admin_site.admin_view(view), name=name)

    def _record(self, request: HttpRequest, object_id: str) -> Any:
        record = self.get_object(request, unquote(object_id))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        return record

    def _rows(self, key: Any) -> Any:
        model: Any = self.model
        rows = model.history.select_related("history_user")
        return rows.filter(id=key) if str(key).isdecimal() else rows.none()

    def _back_to_form(self, record: Any) -> HttpResponse:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[record.pk]))

    def _page(
        self, request: HttpRequest, template: str, title: str, record: Any, **context: Any
    ) -> HttpResponse:
        request.current_app = self.admin_site.name
        everything = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": record,
            "is_public": getattr(record, "is_published", False),
            **context,
        }
        return TemplateResponse(request, f"admin/history/{template}", everything)


def version_of(row: Any) -> dict[str, Any]:
    return {"row": row, "who": author_of(row), "when": moment_of(row), "why": reason_of(row)}
