"""Files to download for imports: a template to fill in, its codes, the report of a run."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import override

from alima_site.editorial.admin_import_access import ImportAccessAdmin
from alima_site.editorial.imports import IMPORTERS, shown, templates
from alima_site.editorial.imports.running import check
from alima_site.editorial.models import ImportRun


class ImportFilesAdmin(ImportAccessAdmin):
    def get_urls(self) -> list[Any]:
        template = "template/<slug:kind>-<slug:language>.<slug:ending>"
        return [
            self._address(template, self.template_view, "template"),
            self._address("codes/<slug:kind>-<slug:language>.csv", self.codes_view, "codes"),
            self._address("<int:pk>/report.csv", self.report_view, "report"),
            *super().get_urls(),
        ]

    def _address(self, address: str, view: Any, name: str) -> Any:
        view = self.admin_site.admin_view(view)
        return path(address, view, name=f"editorial_importrun_{name}")

    def template_view(
        self, request: HttpRequest, kind: str, language: str, ending: str
    ) -> HttpResponse:
        importer = self._allowed(request, kind)
        if language not in ("fr", "en") or ending not in templates.WRITERS:
            raise Http404
        with override(language):
            return templates.WRITERS[ending](importer, f"{kind}-{language}.{ending}")

    def codes_view(self, request: HttpRequest, kind: str, language: str) -> HttpResponse:
        importer = self._allowed(request, kind)
        if language not in ("fr", "en"):
            raise Http404
        with override(language):
            return templates.codes(importer, f"{kind}-codes-{language}.csv")

    def report_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._run(request, pk)
        importer = IMPORTERS[run.kind]
        if run.state == ImportRun.State.CHECKED:
            plan = check(run, importer, request.user)
            rows = shown.planned(plan, importer)
        else:
            rows = shown.report(run, importer)
        return templates.report(rows, f"import-{run.pk}.csv")
