"""What the admin of figures does beside its form: where a figure is used, bare numbers in prose."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.own_prose import findings
from alima_site.editorial.where_used import uses_of


class UsedFigureAdmin(EditorialAdmin):
    """Lists the public uses of a figure on its form, and has the page of the check."""

    readonly_fields = (*EditorialAdmin.readonly_fields, "where_used")

    def get_urls(self) -> list[Any]:
        check = self.admin_site.admin_view(self.check_view)
        return [path("check/", check, name="editorial_figure_check"), *super().get_urls()]

    @admin.display(description=gettext_lazy("used on this site"))
    def where_used(self, figure: Any) -> str:
        lines = format_html_join(
            "", '<li><a href="{}">{}</a> ({})</li>',
            ((use.url, use.label, use.field) for use in (uses_of(figure) if figure.pk else ())),
        )  # fmt: skip
        return format_html("<ul>{}</ul>", lines) if lines else _("nowhere yet")

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
