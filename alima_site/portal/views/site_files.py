"""Files that browsers and search engines ask for by a fixed name."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from alima_site.portal.sitemap import Page, pages


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """What a phone needs to put the site on its home screen."""
    icons = [
        {"src": static(f"img/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    return JsonResponse(
        {
            "name": "ALIMA – The Alliance for International Medical Action",
            "short_name": "ALIMA",
            "start_url": "/",
            "display": "browser",
            "background_color": "#fbf8f2",
            "theme_color": "#15233b",
            "icons": icons,
        },
        content_type="application/manifest+json",
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponseRedirect:
    """Browsers that do not read the page's own link ask for this address."""
    return HttpResponseRedirect(static("img/favicon.ico"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the newsroom and the endless results of the search."""
    closed = ["/admin/"]
    for code, _name in settings.LANGUAGES:
        with override(code):
            closed.append(reverse("portal:search"))
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page once a language, each with all its languages."""
    found = [entry for page in pages() for entry in entries(request, page)]
    return render(
        request, "sitemap.xml", {"pages": found}, content_type="application/xml; charset=utf-8"
    )


def entries(request: HttpRequest, page: Page) -> list[dict[str, Any]]:
    addresses = {code: request.build_absolute_uri(url) for code, url in page.urls.items()}
    alternates = {code: address for code, address in addresses.items() if code}
    for default in [*alternates.values()][:1]:
        alternates["x-default"] = alternates.get(settings.LANGUAGE_CODE, default)
    return [
        {
            "address": address,
            "changed": page.changed.isoformat(timespec="seconds") if page.changed else "",
            "alternates": list(alternates.items()),
        }
        for address in addresses.values()
    ]
