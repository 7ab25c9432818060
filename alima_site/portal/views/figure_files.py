"""A headline figure to take away: its citation, and its record for programs."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Correction, Figure
from alima_site.portal import figure_files
from alima_site.portal.views.figures import latest_editions, permanent_address


@require_safe
def bibtex(request: HttpRequest, slug: str) -> HttpResponse:
    """The current value as a BibTeX entry; 404 where no version is current."""
    figure = get_object_or_404(Figure.objects.published().with_versions(), slug=slug)
    cited = latest_editions(figure).get(figure.current.pk) if figure.current else None
    if cited is None:
        raise Http404
    entry = figure_files.bibtex(cited, permanent_address(request, cited))
    return HttpResponse(
        entry,
        content_type="application/x-bibtex; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{figure.slug}.bib"'},
    )


@require_safe
def as_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The same record for programs, in both languages; pages of other sites may read it."""
    figure = get_object_or_404(Figure.objects.published().with_versions(), slug=slug)
    changes = Correction.objects.of(figure.public_versions)
    root = request.build_absolute_uri("/").rstrip("/")
    return JsonResponse(
        figure_files.as_data(figure, latest_editions(figure), changes, root),
        json_dumps_params={"ensure_ascii": False},
        headers={
            "Access-Control-Allow-Origin": "*",
            "Cross-Origin-Resource-Policy": "cross-origin",
        },
    )
