"""The history of a record in the admin: its versions, any two compared, back to one of them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial import past_versions
from alima_site.editorial.authorship import author_of, moment_of, reason_of
from alima_site.editorial.comparison import changes, words_of, words_of_row
from alima_site.editorial.conflicts import is_stale, version_number

PAGE = 30


class ReasonForm(forms.Form):
    """Why a published number goes back to what it was; for the corrections page."""

    reason_fr = forms.CharField(
        label=gettext_lazy("Reason for the correction, in French"), widget=forms.Textarea
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason for the correction, in English"), widget=forms.Textarea
    )


class HistoryAdmin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        def named(route: str, view: Any, name: str) -> Any:
            name = f"{self.opts.app_label}_{self.opts.model_name}_{name}"
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            named("deleted/", self.deleted_view, "deleted"),
            named("<path:object_id>/history/compare/", self.compare_view, "compare"),
            named("<path:object_id>/history/<int:number>/", self.version_view, "version"),
            *super().get_urls(),
        ]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Who changed what and when, the latest first."""
        record = self._record(request, object_id)
        page = Paginator(self._rows(record.pk), PAGE).get_page(request.GET.get("p"))
        rows = list(page.object_list)
        older = self._rows(record.pk)[page.end_index() : page.end_index() + 1]
        told = past_versions.what_changed(self.model, [*rows, *older])
        versions = [
            {
                "row": row,
                "who": author_of(row),
                "when": moment_of(row),
                "what": told[number] if number < len(told) else [],
                "why": reason_of(row),
            }
            for number, row in enumerate(rows)
        ]
        title = _("History of %(record)s") % {"record": record}
        return self._page(request, "history.html", title, record, versions=versions, page_obj=page)

    def compare_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Two versions of a record, word by word; the older one comes first."""
        record = self._record(request, object_id)
        numbers = sorted(
            int(number) for number in (request.GET.get("a", ""), request.GET.get("b", ""))
            if number.isdecimal()
        )  # fmt: skip
        rows = list(self._rows(record.pk).filter(history_id__in=numbers).order_by("history_id"))
        if not rows:
            raise Http404
        old, new = rows[0], rows[-1]
        return self._page(
            request, "compare.html", _("Two versions of %(record)s") % {"record": record}, record,
            old=_version(old), new=_version(new),
            changes=changes(self.model, words_of_row(old), words_of_row(new)),
        )  # fmt: skip

    def version_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """One version beside the record as it is; sent, the record goes back to it."""
        record = self.get_object(request, unquote(object_id))
        row = get_object_or_404(self._rows(unquote(object_id)), history_id=number)
        if record is None:
            return self._deleted_version(request, row)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        may_revert = self.has_change_permission(request, record)
        sent = request.POST if request.method == "POST" else None
        form = ReasonForm(sent) if past_versions.needs_reason(record, row) else None
        errors: list[str] = []
        if request.method == "POST":
            if not may_revert:
                raise PermissionDenied
            if is_stale(record, request.POST.get("seen", "")):
                errors = [_("Somebody saved this record meanwhile: look again at what changes.")]
            elif form is None or form.is_valid():
                errors = self._revert(request, record, row, form.cleaned_data if form else {})
                if not errors:
                    return self._back_to_form(record)
            record = self.get_object(request, unquote(object_id))
        return self._page(
            request, "version.html", _("An earlier version of %(record)s") % {"record": record},
            record, version=_version(row), may_revert=may_revert, form=form, errors=errors,
            seen=version_number(record), is_deleted=False,
            changes=[
                change
                for change in changes(self.model, words_of(record), words_of_row(row))
                if change.name not in past_versions.STAYS
            ],
        )  # fmt: skip

    def _revert(self, request: HttpRequest, record: Any, row: Any, sent: Any) -> list[str]:
        """Go back, or say in sentences why not."""
        reasons = {code: sent.get(f"reason_{code}", "") for code in ("fr", "en")}
        try:
            past_versions.revert(record, row, reasons)
        except ValidationError as error:
            return error.messages
        done = _("“%(record)s” says again what it said on %(date)s.")
        words = {"record": record, "date": moment_of(row)}
        self.log_change(request, record, done % words)
        self.message_user(request, done % words, messages.SUCCESS)
        return []

    # Deleted records

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        more = {"may_restore": self._may_restore(request)} | (extra_context or {})
        return super().changelist_view(request, more)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        if not self._may_restore(request):
            raise PermissionDenied
        gone = [_version(row) | {"name": _name(row)} for row in past_versions.deleted(self.model)]
        title = _("Deleted: %(kind)s") % {"kind": self.opts.verbose_name_plural}
        return self._page(request, "deleted.html", title, None, gone=gone)

    def _may_restore(self, request: HttpRequest) -> bool:
        return self.has_delete_permission(request) and self.has_add_permission(request)

    def _deleted_version(self, request: HttpRequest, row: Any) -> HttpResponse:
        """A version of a record that is gone; sent, the record is a draft again."""
        if not self._may_restore(request):
            raise PermissionDenied
        errors: list[str] = []
        if request.method == "POST":
            try:
                record = past_versions.restore(row)
            except ValidationError as error:
                errors = error.messages
            else:
                words = _("“%(record)s” is back, as a draft.") % {"record": record}
                self.message_user(request, words, messages.SUCCESS)
                return self._back_to_form(record)
        return self._page(
            request, "version.html", _name(row), None,
            version=_version(row), may_revert=True, errors=errors, is_deleted=True,
            changes=changes(self.model, {}, words_of_row(row)),
        )  # fmt: skip

    # What the views share

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


def _version(row: Any) -> dict[str, Any]:
    return {"row": row, "who": author_of(row), "when": moment_of(row), "why": reason_of(row)}


def _name(row: Any) -> str:
    try:
        return str(row.instance)
    except ObjectDoesNotExist:  # the name needs a record that is gone as well
        return str(row.slug)
