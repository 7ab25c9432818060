"""Where the reader is, where to go next, and the same page in the other language."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.urls import NoReverseMatch
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html_join
from django.utils.http import escape_leading_slashes
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext, override
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.languages import OTHER, missing_names
from alima_site.editorial.structured_data import as_json, trail
from alima_site.portal.models import SiteSettings
from alima_site.portal.record_pages import record_of, view_name
from alima_site.portal.share.cards import (
    DESCRIPTION,
    HOME,
    Card,
    page_card,
    record_card,
    summary_of,
)

register = template.Library()

LOCALES = {"fr": "fr_FR", "en": "en_GB"}

ROOMS = [
    (_("The model"), "portal:model"),
    (_("Partners"), "partners:list"),
    (_("Programmes"), "programs:list"),
    (_("Research"), "research:home"),
    (_("Figures"), "portal:figures"),
    (_("Stronger Together"), "partners:series"),
]


def current(path: str, url: str) -> str:
    """The value of aria-current for a link; empty when the path is not at or under the url."""
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def site_settings(context: Context) -> SiteSettings:
    """What staff set for every page, such as where “Donate” leads; asked for once."""
    return context.get("site") or SiteSettings.current()


def language_links(context: Context) -> list[dict[str, str]]:
    """This page in each other language: code, the language's own name, url."""
    here = get_language()
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": in_language(context.get("request"), code) or f"/{code}/",
        }
        for code, _name in settings.LANGUAGES
        if code != here
    ]


def in_language(request: HttpRequest | None, code: str) -> str:
    """The address of this page in a language; empty for an address that leads nowhere."""
    match = getattr(request, "resolver_match", None)
    if request is None or match is None:
        return ""
    with override(code):
        try:
            path = reverse(match.view_name, match.args or tuple(match.kwargs.values()))
        except NoReverseMatch:
            return ""
    query = request.META.get("QUERY_STRING", "")
    address = f"{path}?{iri_to_uri(query)}" if query else path
    return address if path.startswith(f"/{code}/") else ""


@register.simple_tag(takes_context=True)
def social_card(context: Context) -> SafeString:
    """The picture and the words that stand for a page where it is shared."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    language = get_language() or settings.LANGUAGE_CODE
    card, picture = card_of(context)
    other = next(code for code in LOCALES if code != language)
    crumbs = context.get("crumbs")
    words = {
        "og:site_name": "ALIMA",
        "og:type": "website",
        # “//elsewhere” is a path here, and the name of another site in an address.
        "og:url": request.build_absolute_uri(escape_leading_slashes(request.path)),
        "og:title": card.title if card else str(crumbs[-1].label) if crumbs else "ALIMA",
        "og:description": summary_of(record_of(context)) or str(DESCRIPTION),
        "og:locale": LOCALES[language],
        "og:locale:alternate": LOCALES[other],
        "og:image": request.build_absolute_uri(picture),
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": card.alt if card else gettext("ALIMA: treat, innovate, together"),
    }
    return format_html_join("\n", '<meta property="{}" content="{}">', words.items())


def card_of(context: Context) -> tuple[Card | None, str]:
    """The card of this page and its address; a page that has none takes the portal's own."""
    name = view_name(context.get("request"))
    if record := record_of(context):
        highlights = context.get("highlights") or [None]
        card: Card | None = record_card(record, highlights[0])
        kind, slug = record._meta.model_name, record.slug
    else:
        headlines = context.get("headlines") or [None]
        card = page_card(name, headlines[0] if name == HOME else None)
        kind, slug = "page", name.replace(":", "-")
    if card is None:
        return None, static(f"img/social-card-{get_language()}.png")
    return card, card.address(kind, slug)


@register.inclusion_tag("components/structured_data.html", takes_context=True)
def structured_data(context: Context) -> dict[str, list[SafeString]]:
    """The page's breadcrumbs, and what its view describes in `structured_data`."""
    request = context.get("request")
    if request is None:
        return {"documents": []}
    things = list(context.get("structured_data") or [])
    if crumbs := context.get("crumbs"):
        things.insert(0, trail(crumbs, request.path))
    return {"documents": [as_json(each, request.build_absolute_uri) for each in things]}


@register.inclusion_tag("components/language_notice.html", takes_context=True)
def language_notice(context: Context) -> dict[str, Any]:
    """Says so where a text of the page exists in the other language only."""
    here = get_language() or settings.LANGUAGE_CODE
    record = record_of(context)
    return {"other": OTHER[here] if record and missing_names(record, here) else ""}


@register.simple_tag(takes_context=True)
def alternates(context: Context) -> SafeString:
    """
    The hreflang links of this page, itself included; French is the default. A language in
    which the record of the page is not whole is left out.
    """
    request: HttpRequest | None = context.get("request")
    pages = [(code, in_language(request, code)) for code, _name in settings.LANGUAGES]
    if request is None or not all(address for _code, address in pages):
        return SafeString("")
    record = record_of(context)
    pages = [page for page in pages if record is None or not missing_names(record, page[0])]
    if get_language() not in dict(pages):  # not a version of its own: the other language's text
        return SafeString("")
    pages.append(("x-default", dict(pages).get(settings.LANGUAGE_CODE, pages[0][1])))
    return format_html_join(
        "\n",
        '<link rel="alternate" hreflang="{}" href="{}">',
        ((code, request.build_absolute_uri(address)) for code, address in pages),
    )
