"""Imports in the newsroom: send a file, read what it would do, confirm it, take it back."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from alima_site.editorial.imports import IMPORTERS, Importer, shown, templates
from alima_site.editorial.imports.running import Plan, carry_out, check
from alima_site.editorial.imports.undoing import undo
from alima_site.editorial.models import ImportRun
from alima_site.editorial.spreadsheets import Refused, read


class ReasonsForm(forms.ModelForm):
    """What holds for a whole import: whether it is published, and why numbers change."""

    class Meta:
        model = ImportRun
        fields = ("publish", "reason_fr", "reason_en")
        labels = {
            "reason_fr": gettext_lazy("Reason for the corrections, in French"),
            "reason_en": gettext_lazy("Reason for the corrections, in English"),
        }
        widgets = {name: forms.Textarea({"rows": 2}) for name in ("reason_fr", "reason_en")}

    def __init__(self, importer: Importer, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not importer.may_publish(user):
            del self.fields["publish"]
        if not importer.can_publish:
            del self.fields["reason_fr"], self.fields["reason_en"]


class UploadForm(ReasonsForm):
    file = forms.FileField(
        label=gettext_lazy("File (XLSX or CSV)"),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    field_order = ("file",)

    def __init__(self, importer: Importer, *args: Any, **kwargs: Any) -> None:
        super().__init__(importer, *args, **kwargs)
        self.importer = importer

    def clean_file(self) -> Any:
        """The file as lines; what cannot be read is said at once."""
        file = self.cleaned_data["file"]
        try:
            sheet = read(file, file.name)
            self.instance.lines = [[line.row, line.cells] for line in sheet.lines]
            self.instance.remarks = sheet.remarks
            shown.table_of(self.importer, self.instance.lines)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        self.instance.file_name = file.name[:200]
        return file


class UndoForm(forms.Form):
    reason_fr = forms.CharField(
        label=gettext_lazy("Reason for the corrections, in French"),
        widget=forms.Textarea({"rows": 2}),
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason for the corrections, in English"),
        widget=forms.Textarea({"rows": 2}),
    )


@admin.register(ImportRun)
class ImportRunAdmin(admin.ModelAdmin):
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

    # Who may do what: it hangs on what is imported.

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

    # Pages

    def get_urls(self) -> list[Any]:
        def page(address: str, view: Any, name: str) -> Any:
            return path(
                address, self.admin_site.admin_view(view), name=f"editorial_importrun_{name}"
            )

        return [
            page(
                "template/<slug:kind>-<slug:language>.<slug:ending>", self.template_view, "template"
            ),
            page("codes/<slug:kind>-<slug:language>.csv", self.codes_view, "codes"),
            page("<int:pk>/undo/", self.undo_view, "undo"),
            page("<int:pk>/report.csv", self.report_view, "report"),
            *super().get_urls(),
        ]

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
        form = kind(request.POST if request.method == "POST" else None, initial=_undo_reasons(run))
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

    # Files

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

    # What the pages share

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


def _undo_reasons(run: ImportRun) -> dict[str, str]:
    """What the corrections page says when nothing better is written."""
    reasons = {}
    for code in ("fr", "en"):
        with override(code):
            words = {"file": run.file_name}
            reasons[f"reason_{code}"] = _("The import of the file “%(file)s” was undone.") % words
    return reasons
