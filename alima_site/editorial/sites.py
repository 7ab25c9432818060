"""The admin's front door: its name, who may come in, and the policy its rich-text editor needs."""

from functools import wraps
from typing import Any

from csp.constants import NONCE, SELF, UNSAFE_INLINE
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

# The style the editor (django-prose-editor 0.28) puts into the page; a browser
# test sees an empty console, and so notices when an upgrade changes it.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


def desk_of(user: Any, app_list: Any) -> dict[str, Any]:
    from alima_site.editorial import desk, languages
    from alima_site.editorial.models import Content

    listed = [model for app in app_list for model in app["models"]]
    contents = [each for each in listed if issubclass(each["model"], Content)]
    found = languages.coverage([each["model"] for each in contents])
    return {
        "sections": desk.sections(user),
        "contents": [(each, found[each["model"]]) for each in contents],
        "others": [each for each in listed if each not in contents],
        "changes": desk.latest_changes(user),
    }


def as_one_act(view: Any) -> Any:
    """What a form, an action or any other POST changes, it changes whole and in somebody's name."""

    # Not on top: Django reads this module before there are models.
    from alima_site.editorial.models import one_act

    @wraps(view)
    def within(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with one_act(request.user):
            return view(request, *args, **kwargs)

    return within


def record_export(request: HttpRequest) -> None:
    """Who takes a file out of the newsroom, and which."""
    from alima_site.editorial.models import AuditEntry
    from alima_site.editorial.sign_in.audit import record

    record(AuditEntry.Kind.EXPORT, request.user, by=request.user, detail=request.get_full_path())


class PortalAdminConfig(AdminConfig):
    default_site = "alima_site.editorial.sites.PortalAdminSite"


class PortalAdminSite(AdminSite):
    site_header = site_title = _("ALIMA — newsroom")
    index_title = _("To do")
    empty_value_display = "–"
    # Lists and forms need the width; the index is one click away.
    enable_nav_sidebar = False

    def index(self, request: HttpRequest, extra_context: Any = None) -> TemplateResponse:
        """The desk: what needs work, what there is, and what changed last."""
        context = desk_of(request.user, self.get_app_list(request))
        return super().index(request, context | (extra_context or {}))

    def get_urls(self) -> list[Any]:
        from alima_site.editorial.roles_page import roles_page

        return [
            path("guide/", self.admin_view(self.guide), name="guide"),
            path("roles/", self.admin_view(roles_page), name="roles"),
            path("second-factor/", never_cache(self.set_up), name="second_factor"),
            *super().get_urls(),
        ]

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        from alima_site.editorial.sign_in.form import SignInForm

        self.login_form = SignInForm
        return super().login(request, extra_context)

    def has_permission(self, request: HttpRequest) -> bool:
        from alima_site.editorial.sign_in import second_factor

        return super().has_permission(request) and second_factor.is_done(request.user)

    def set_up(self, request: HttpRequest) -> HttpResponseBase:
        from alima_site.editorial.sign_in.views import set_up

        return set_up(self, request)

    def guide(self, request: HttpRequest) -> TemplateResponse:
        context = self.each_context(request) | {"title": _("Editor’s guide")}
        return TemplateResponse(request, "admin/guide.html", context)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        inner = super().admin_view(as_one_act(view), cacheable)

        def with_editor_policy(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not self.has_permission(request) and getattr(request.user, "otp_device", None):
                # Who came with a one-time token sets up the second factor first.
                return redirect("admin:second_factor")
            response = inner(request, *args, **kwargs)
            if response.headers.get("Content-Disposition", "").startswith("attachment"):
                record_export(request)
            response._csp_update = {
                "script-src": [NONCE],
                "style-src": [EDITOR_STYLE],
                "style-src-attr": [SELF, UNSAFE_INLINE],
            }
            return response

        return with_editor_policy
