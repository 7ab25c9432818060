"""What the admin of figures does beside its form: it finds bare numbers in prose."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.own_prose import findings


class CheckedFiguresAdmin(EditorialAdmin):
    """Has the page of the check for bare numbers."""

    def get_urls(self) -> list[Any]:
        check = self.admin_site.admin_view(self.check_view)
        return [path("check/", check, name="editorial_figure_check"), *super().get_urls()]

    def check_view(self, request: HttpRequest) -> HttpResponse:
        """The bare numbers of the portal's own prose, each with the figures that have its value."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bare numbers in the portal’s own prose"),
            "opts": self.opts,
            "findings": findings(),
        }
        return TemplateResponse(request, "admin/editorial/figure/check.html", context)
