"""What stands around every page. It is written once in a process for each room and language."""

from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from alima_site.delivery.kept import kept
from alima_site.delivery.reversing import reverse
from alima_site.portal.models import SiteSettings
from alima_site.portal.record_pages import view_name
from alima_site.portal.templatetags.navigation import ROOMS, current, language_links

register = template.Library()

# Stands for the address of the page in another language, with the code of that language.
PLACE = "\ue000"


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """`request` may be missing on an error page."""
    request = context.get("request")
    path = request.path if request else ""
    here = tuple(current(path, reverse(name)) for _label, name in ROOMS)
    is_search = view_name(request) == "portal:search"
    return _with_links("components/site_header.html", context, here=here, is_search=is_search)


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    state = context.get("state")
    known = kept(SiteSettings, SiteSettings.current, state) if state else None
    site = context.get("site") or known or SiteSettings.current()
    leads = {"jobs_url": str(site.jobs_url), "donate_url": str(site.donate_url)}
    return _with_links("components/site_footer.html", context, **leads)


def _with_links(name: str, context: Context, **facts: Any) -> SafeString:
    write = _written.__wrapped__ if settings.DEBUG else _written
    links = language_links(context)
    languages = tuple((link["code"], link["name"]) for link in links)
    html = write(name, get_language(), languages, **facts)
    for link in links:
        html = html.replace(PLACE + link["code"], escape(link["url"]))
    return mark_safe(html)  # noqa: S308  (a template's own words, and what was just escaped)


@lru_cache(maxsize=200)
def _written(name: str, language: str, languages: tuple[tuple[str, str], ...], **facts: Any) -> str:
    here = facts.pop("here", [""] * len(ROOMS))
    rooms = [
        {"label": label, "url": reverse(page), "current": where}
        for (label, page), where in zip(ROOMS, here, strict=True)
    ]
    links = [{"code": code, "name": name, "url": PLACE + code} for code, name in languages]
    return render_to_string(name, {"rooms": rooms, "languages": links, **facts})
