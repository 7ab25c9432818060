"""Imports in the newsroom: send a file, read what it would do, confirm it, take it back."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alima_site.editorial.admin_import_files import ImportFilesAdmin
from alima_site.editorial.imports import IMPORTERS, Importer, shown
from alima_site.editorial.imports.forms import ReasonsForm, UndoForm, UploadForm, undo_reasons
from alima_site.editorial.imports.plans import Plan
from alima_site.editorial.imports.running import carry_out, check
from alima_site.editorial.imports.undoing import undo
from alima_site.editorial.models import ImportRun


@admin.register(ImportRun)
class ImportRunAdmin(ImportFilesAdmin):
    list_display = ("file_name", "what", "author_name", "started_at", "row_count", "state")
    list_filter = ("state", "kind")
    search_fields = ("file_name", "author_name")
    actions = None

    @admin.display(description=gettext_lazy("what is imported"), ordering="kind")
    def what(self, run: ImportRun) -> str:
        return str(IMPORTERS[run.kind].title) if run.kind in IMPORTERS else run.kind

    @admin.display(description=gettext_lazy("rows"))
    def row_count(self, run: ImportRun) -> int:
        return len(run.rows) if run.rows else len(run.lines)

    def get_urls(self) -> list[Any]:
        undo = self._address("<int:pk>/undo/", self.undo_view, "undo")
        return [undo, *super().get_urls()]

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Send a file. What is read of it is kept; nothing else changes."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        importer = self._allowed(request, request.GET.get("kind", next(iter(IMPORTERS))))
        form = UploadForm(importer, request.user, request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            run = form.save(commit=False)
            run.kind, run.author, run.author_name = importer.kind, request.user, str(request.user)
            run.save()
            return HttpResponseRedirect(reverse("admin:editorial_importrun_change", args=[run.pk]))
        others = [
            one
            for one in IMPORTERS.values()
            if one is not importer and one.may_import(request.user)
        ]
        return self._page(request, "upload", importer, importer.title, form=form, others=others)

    def change_view(
        self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """What a file would do, with the button that does it; afterwards the report."""
        run = self._run(request, object_id)
        importer = IMPORTERS[run.kind]
        if request.method == "POST":
            self._allowed(request, run.kind)
            if "discard" in request.POST and run.state == ImportRun.State.CHECKED:
                run.delete()
                messages.success(request, _("The file was discarded; nothing was imported."))
                return HttpResponseRedirect(reverse("admin:editorial_importrun_changelist"))
        if run.state != ImportRun.State.CHECKED:
            rows = shown.report(run, importer)
            may_undo = run.state == ImportRun.State.DONE and importer.may_import(request.user)
            links = "" if run.undone_at else importer.list_name.replace("changelist", "change")
            return self._page(
                request, "report", importer, run.file_name, run=run, rows=rows, links=links,
                may_undo=may_undo,
            )  # fmt: skip
        return self._check(request, run, importer)

    def _check(self, request: HttpRequest, run: ImportRun, importer: Importer) -> HttpResponse:
        sent = request.POST if request.method == "POST" else None
        form = ReasonsForm(importer, request.user, sent, instance=run)
        plan: Plan | None = None
        if sent is not None and form.is_valid():
            form.save()
            if "confirm" in sent:
                plan = carry_out(run, importer, request.user, sent.get("seen", ""))
                if plan is None:
                    return self._done(request, run)
                messages.error(
                    request,
                    _(
                        "Nothing was imported: look at the rows again, "
                        "something is no longer as shown."
                    ),
                )
        plan = plan or check(run, importer, request.user)
        return self._page(
            request, "check", importer, run.file_name, run=run, form=form, plan=plan,
            rows=shown.planned(plan, importer), may_import=importer.may_import(request.user),
        )  # fmt: skip

    def _done(self, request: HttpRequest, run: ImportRun) -> HttpResponse:
        self.log_change(request, run, "import")
        n = len(run.written)
        done = ngettext("%(n)s record was imported.", "%(n)s records were imported.", n) % {"n": n}
        messages.success(request, done)
        return HttpResponseRedirect(reverse("admin:editorial_importrun_change", args=[run.pk]))

    def undo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._run(request, pk)
        importer = self._allowed(request, run.kind)
        if run.state != ImportRun.State.DONE:
            raise Http404
        kind: Any = UndoForm if importer.can_publish else forms.Form
        form = kind(request.POST if request.method == "POST" else None, initial=undo_reasons(run))
        refused: list[str] = []
        if request.method == "POST" and form.is_valid():
            reasons = {code: form.cleaned_data.get(f"reason_{code}", "") for code in ("fr", "en")}
            refused = undo(run, importer, request.user, reasons)
            if not refused:
                self.log_change(request, run, "undo")
                messages.success(request, _("The import was undone; all is as it was before."))
                return HttpResponseRedirect(
                    reverse("admin:editorial_importrun_change", args=[run.pk])
                )
        return self._page(
            request, "undo", importer, _("Undo the import"), run=run, form=form, refused=refused
        )

    def _page(
        self, request: HttpRequest, name: str, importer: Importer, title: Any, **context: Any
    ) -> HttpResponse:
        context |= {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "importer": importer,
            "list_url": reverse(importer.list_name),
        }
        return TemplateResponse(request, f"admin/editorial/importrun/{name}.html", context)
