"""Small files that browsers ask for by a fixed name."""

from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.views.decorators.http import require_safe


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
