"""The form's previews, from what is typed and not yet saved, and its links for partners."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import quote, unquote
from django.contrib.messages.storage.base import BaseStorage
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from alima_site.editorial.models import PreviewLink, undone
from alima_site.editorial.preview import Bar, has_page, page_of

SCREENS = ("fr", "en", "phone")


class Unsaid(BaseStorage):
    """Messages of a save that is undone: nobody hears them."""

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, *args: Any, **kwargs: Any) -> list[Any]:
        return []


class PreviewAdmin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        if not has_page(self.model):
            return super().get_urls()
        view = self.admin_site.admin_view(self.preview_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        return [
            path("add/preview/<slug:screen>/", view, name=f"{name}_new"),
            path("<path:object_id>/preview/<slug:screen>/", view, name=name),
            *super().get_urls(),
        ]

    def preview_view(
        self, request: HttpRequest, screen: str, object_id: str | None = None
    ) -> HttpResponse:
        """
        GET: the page of the saved record. POST: the page of the form, which goes the whole
        way of a save and is undone; a form with errors comes back with them.
        """
        if screen not in SCREENS:
            raise Http404
        if request.method != "POST":
            return self._saved(request, screen, object_id)
        request._preview_on = screen  # type: ignore[attr-defined]
        request._messages = Unsaid(request)  # type: ignore[attr-defined]
        with undone():
            return self.changeform_view(request, object_id, self._form_address(object_id))

    def _saved(self, request: HttpRequest, screen: str, object_id: str | None) -> HttpResponse:
        record = self.get_object(request, unquote(object_id)) if object_id else None
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if record is None:
            raise Http404
        return self._preview(request, record, screen, "")

    def response_add(self, request: HttpRequest, obj: Any, *args: Any) -> HttpResponse:
        return self._preview_of_form(request, obj) or super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if preview := self._preview_of_form(request, obj):
            return preview
        if "_share" in request.POST:
            address = PreviewLink.objects.create(record=obj, made_by=request.user)
            url = request.build_absolute_uri(address.get_absolute_url())
            messages.success(request, _("The link, valid for seven days: %(url)s") % {"url": url})
        if key := request.POST.get("_revoke"):
            get_object_or_404(PreviewLink.objects.of(obj), pk=key).revoke()
            messages.success(request, _("The link was withdrawn: it leads nowhere from now on."))
        if "_share" in request.POST or "_revoke" in request.POST:
            request.POST = request.POST.copy()  # type: ignore[assignment]
            request.POST["_continue"] = "1"
        return super().response_change(request, obj)

    def _preview_of_form(self, request: HttpRequest, obj: Any) -> HttpResponse | None:
        screen = getattr(request, "_preview_on", None)
        if screen is None:
            return None
        note = gettext_lazy("From the form, as it is now; nothing was saved.")
        return self._preview(request, obj, screen, note)

    def _preview(self, request: HttpRequest, record: Any, screen: str, note: Any) -> HttpResponse:
        match: Any = request.resolver_match
        on_phone = screen == "phone"
        language = get_language() or "fr" if on_phone else screen
        with override(language):
            state = record.get_state_display()
        edit_url = self._form_address(match.kwargs.get("object_id"))
        page = page_of(record, language, request, Bar(state, note, edit_url, in_frame=on_phone))
        if not on_phone or page.status_code != 200:
            return page
        context = {"page": page.content.decode(), "title": str(record)}
        return render(request, "admin/preview_phone.html", context)

    def _form_address(self, object_id: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        if object_id:
            return reverse(f"{name}_change", args=[object_id])
        return reverse(f"{name}_add")

    def preview_context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        """What the form's side column offers."""
        if not has_page(self.model):
            return {}
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        if obj is None:
            addresses = [(screen, reverse(f"{name}_new", args=[screen])) for screen in SCREENS]
            return {"previews": addresses, "preview_links": []}
        return {
            "previews": [(each, reverse(name, args=[quote(obj.pk), each])) for each in SCREENS],
            "preview_links": PreviewLink.objects.of(obj),
        }
