"""Deleted records in the admin: their list, and the way back as a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alima_site.editorial import past_versions
from alima_site.editorial.admin_history_pages import HistoryPagesAdmin, version_of
from alima_site.editorial.comparison import changes, words_of_row


class DeletedAdmin(HistoryPagesAdmin):
    def get_urls(self) -> list[Any]:
        return [self._named("deleted/", self.deleted_view, "deleted"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        more = {"may_restore": self._may_restore(request)} | (extra_context or {})
        return super().changelist_view(request, more)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        if not self._may_restore(request):
            raise PermissionDenied
        gone = [version_of(row) | {"name": _name(row)} for row in past_versions.deleted(self.model)]
        title = _("Deleted: %(kind)s") % {"kind": self.opts.verbose_name_plural}
        return self._page(request, "deleted.html", title, None, gone=gone)

    def _may_restore(self, request: HttpRequest) -> bool:
        return self.has_delete_permission(request) and self.has_add_permission(request)

    def deleted_version(self, request: HttpRequest, row: Any) -> HttpResponse:
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
            version=version_of(row), may_revert=True, errors=errors, is_deleted=True,
            changes=changes(self.model, {}, words_of_row(row)),
        )  # fmt: skip


def _name(row: Any) -> str:
    try:
        return str(row.instance)
    except ObjectDoesNotExist:  # the name needs a record that is gone as well
        return str(row.slug)
