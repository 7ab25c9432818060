"""The history of a record in the admin: its versions, any two compared, back to one of them."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial import past_versions
from alima_site.editorial.admin_deleted import DeletedAdmin
from alima_site.editorial.admin_history_pages import version_of
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


class HistoryAdmin(DeletedAdmin):
    def get_urls(self) -> list[Any]:
        return [
            self._named("<path:object_id>/history/compare/", self.compare_view, "compare"),
            self._named("<path:object_id>/history/<int:number>/", self.version_view, "version"),
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
            old=version_of(old), new=version_of(new),
            changes=changes(self.model, words_of_row(old), words_of_row(new)),
        )  # fmt: skip

    def version_view(self, request: HttpRequest, object_id: str, number: int) -> HttpResponse:
        """One version beside the record as it is; sent, the record goes back to it."""
        record = self.get_object(request, unquote(object_id))
        row = get_object_or_404(self._rows(unquote(object_id)), history_id=number)
        if record is None:
            return self.deleted_version(request, row)
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
            record, version=version_of(row), may_revert=may_revert, form=form, errors=errors,
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
