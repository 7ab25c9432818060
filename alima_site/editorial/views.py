"""What the newsroom shows to people without an account: a draft, behind a signed link."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial.models import PreviewLink
from alima_site.editorial.preview import Bar, page_of


@require_safe
def shared_preview(request: HttpRequest, token: str) -> HttpResponse:
    """The draft as it was last saved. Nobody keeps this page; its address is told to no other."""
    language = request.GET.get("language", "")
    if language not in dict(settings.LANGUAGES):
        language = get_language() or settings.LANGUAGE_CODE
    with override(language):
        link = PreviewLink.objects.behind(token)
        if link is None or link.record is None:
            response = render(request, "editorial/preview_gone.html", status=410)
        else:
            response = page_of(link.record, language, request, bar_of(link, request))
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def bar_of(link: PreviewLink, request: HttpRequest) -> Bar:
    record: Any = link.record
    options = record._meta
    until = _("This link is valid until %(date)s.") % {"date": date_format(link.expires_at)}
    permission = f"{options.app_label}.change_{options.model_name}"
    user: Any = request.user
    may_edit = user.is_staff and user.has_perm(permission)
    return Bar(
        state=record.get_state_display(),
        note=until,
        edit_url=form_address(record) if may_edit else "",
        languages=tuple(
            (code, get_language_info(code)["name_local"].capitalize(), f"?language={code}")
            for code, _name in settings.LANGUAGES
        ),
    )


def form_address(record: Any) -> str:
    options = record._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])
