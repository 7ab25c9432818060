"""The page “Who may do what”: the table of roles, with the records of each kind."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alima_site.editorial.roles import ACTIONS, KINDS, ROLE_NAMES, ROLES, kind_of, may


def roles_page(request: HttpRequest) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Who may do what"),
        "roles": list(ROLE_NAMES.values()),
        "kinds": [kind for kind in map(_kind, KINDS) if kind["models"]],
    }
    return TemplateResponse(request, "admin/roles.html", context)


def _kind(name: str) -> dict[str, Any]:
    models = [model for model in admin.site._registry if kind_of(model) == name]
    rows = [
        (label, [any(may(role, action, model) for model in models) for role in ROLES])
        for action, label in ACTIONS.items()
        if any(action in model._meta.default_permissions for model in models)
    ]
    names = sorted(capfirst(str(model._meta.verbose_name_plural)) for model in models)
    return {"label": KINDS[name], "models": names, "rows": rows}
