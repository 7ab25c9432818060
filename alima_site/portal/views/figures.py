"""The headline figures: all of them, and the record behind each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import kept, kept_part, later, state_for
from alima_site.delivery.reversing import reverse
from alima_site.editorial.models import Correction, Edition, Figure, Indicator
from alima_site.editorial.pages import Crumb
from alima_site.editorial.where_used import uses_of
from alima_site.portal.figure_files import citation, marked
from alima_site.portal.page_queries import editions_of, figures_compared_with
from programs.querysets.indicators import published_values


def figures_crumb() -> Crumb:
    return Crumb(_("Figures"), reverse("portal:figures"))


@require_safe
def figure_list(request: HttpRequest) -> HttpResponse:
    figures = list(Figure.objects.published().with_versions())
    return render(
        request,
        "portal/figure_list.html",
        {
            "crumbs": [Crumb(_("Figures"))],
            "themes": [
                (theme, [figure for figure in figures if figure.theme == theme])
                for theme in Figure.Theme
            ],
            "indicators": kept("indicators", indicators_with_counts),
        },
    )


def indicators_with_counts() -> list[Indicator]:
    return list(Indicator.objects.published().annotate(values=published_values()))


@require_safe
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    state = state_for(request)
    figure, compared = kept_part(state, (figures_compared_with, slug), lambda: among_others(slug))
    editions = later(lambda: latest_editions(figure))
    cited = later(lambda: editions.get(figure.current.pk) if figure.current else None)
    return render(
        request,
        "portal/figure.html",
        {
            "state": state,
            "crumbs": [figures_crumb(), Crumb(str(figure.label))],
            "figure": figure,
            "editions": editions,
            "cited": cited,
            "citation": later(lambda: cited and citation_of(request, cited)),
            "changes": later(lambda: changes_of(figure)),
            "uses": later(lambda: uses_of(figure)),
            "compared": compared,
        },
    )


def among_others(slug: str) -> tuple[Figure, list[Figure]]:
    """The figure of this code, and the others of its group."""
    group = list(figures_compared_with(slug=slug))
    figure = next((each for each in group if each.slug == slug), None)
    if figure is None:
        raise Http404
    group.remove(figure)
    return figure, group


def latest_editions(figure: Figure) -> dict[int, Edition]:
    """The latest edition of each version of the figure, by the version's key."""
    return {edition.version_id: edition for edition in editions_of(figure=figure.pk)}


def changes_of(figure: Any) -> list[Correction]:
    """What was corrected in its public versions, each with its version."""
    versions = {version.pk: version for version in figure.public_versions}
    for correction in figure.corrected:
        correction.record = versions[correction.object_id]
    return figure.corrected


def citation_of(request: HttpRequest, edition: Edition) -> SafeString:
    return marked(citation(edition, permanent_address(request, edition)), edition.source)


def permanent_address(request: HttpRequest, edition: Edition) -> str:
    return request.build_absolute_uri(edition.permanent_path)
