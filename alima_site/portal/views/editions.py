"""An edition: one state of a figure, for ever."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Edition, Figure
from alima_site.editorial.pages import Crumb
from alima_site.portal.views.figures import citation_of, figures_crumb


@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One state of a figure for ever; 410 once its version was taken off the site."""
    figure = get_object_or_404(Figure.objects.published().with_versions(), slug=slug)
    editions = list(Edition.objects.of_public_figures().filter(figure=figure))
    edition = next((e for e in editions if e.number == number), None)
    if edition is None:
        raise Http404
    versions = {version.pk for version in figure.public_versions}
    is_public = edition.version_id in versions and edition.source.is_published
    later = [e for e in editions if e.version_id == edition.version_id and e.number > number]
    title = _("%(label)s, edition %(number)s") % {"label": figure.label, "number": number}
    return render(
        request,
        "portal/edition.html",
        {
            "crumbs": [
                figures_crumb(),
                Crumb(str(figure.label), figure.get_absolute_url()),
                Crumb(_("Edition %(number)s") % {"number": number}),
            ],
            "title": title,
            "figure": figure,
            "edition": edition if is_public else None,
            "next": later[0] if later else None,
            "is_current": edition.is_current and not later,
            "citation": citation_of(request, edition),
        },
        status=200 if is_public else 410,
    )
