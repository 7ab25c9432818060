"""Who may see, start and undo an import: it hangs on what is imported."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from alima_site.editorial.imports import IMPORTERS, Importer
from alima_site.editorial.models import ImportRun


class ImportAccessAdmin(admin.ModelAdmin):
    def has_module_permission(self, request: HttpRequest) -> bool:
        return any(importer.may_see(request.user) for importer in IMPORTERS.values())

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return self.has_module_permission(request)
        return obj.kind in IMPORTERS and IMPORTERS[obj.kind].may_see(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return any(importer.may_import(request.user) for importer in IMPORTERS.values())

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        kinds = [k for k, importer in IMPORTERS.items() if importer.may_see(request.user)]
        return super().get_queryset(request).filter(kind__in=kinds)

    def _allowed(self, request: HttpRequest, kind: str) -> Importer:
        """The importer, for those who may use it."""
        if kind not in IMPORTERS:
            raise Http404
        if not IMPORTERS[kind].may_import(request.user):
            raise PermissionDenied
        return IMPORTERS[kind]

    def _run(self, request: HttpRequest, key: Any) -> ImportRun:
        if not str(key).isdecimal():
            raise Http404
        run = get_object_or_404(ImportRun, pk=key, kind__in=IMPORTERS)
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        return run
