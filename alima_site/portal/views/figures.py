"""Figures, indicators and corrections: the records behind every number."""

from typing import Any

from django.core.paginator import Page
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import content_state, kept, later
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.models import Correction, Edition, Figure, Indicator
from alima_site.editorial.pages import Crumb, page_of
from alima_site.editorial.where_used import uses_of
from alima_site.portal import figure_files
from alima_site.portal.figure_files import citation, marked
from alima_site.portal.language import redirect_in_language
from alima_site.portal.models import Disagreement
from alima_site.portal.page_queries import corrections_of, editions_of, figures_compared_with
from programs.models import PatientStatistic
from programs.querysets.indicators import published_values

VALUES = 40  # of an indicator, on a page


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
    state = content_state()
    compared = list(figures_compared_with(slug=slug))
    figure = next((each for each in compared if each.slug == slug), None)
    if figure is None:
        raise Http404
    compared.remove(figure)
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


def latest_editions(figure: Figure) -> dict[int, Edition]:
    """The latest edition of each version of the figure, by the version's key."""
    return {edition.version_id: edition for edition in editions_of(figure=figure.pk)}


def changes_of(figure: Figure) -> list[Correction]:
    """What was corrected in its public versions, each with its version."""
    versions = {version.pk: version for version in figure.public_versions}
    found = list(corrections_of(figure=figure.pk))
    for correction in found:
        correction.record = versions[correction.object_id]
    return found


def citation_of(request: HttpRequest, edition: Edition) -> SafeString:
    return marked(citation(edition, permanent_address(request, edition)), edition.source)


def permanent_address(request: HttpRequest, edition: Edition) -> str:
    return request.build_absolute_uri(edition.permanent_path)


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


@require_safe
def short_link(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    """The address to print: it leads to the figure, or one edition, in the reader's language."""
    get_object_or_404(Figure.objects.published(), slug=slug)
    if number is None:
        return redirect_in_language(request, "portal:figure", slug)
    return redirect_in_language(request, "portal:edition", slug, number)


@require_safe
def short_statistic(request: HttpRequest, slug: str) -> HttpResponse:
    """The address to print of a statistic: its line on the page of its indicator."""
    statistics = PatientStatistic.objects.published().select_related("indicator")
    statistic = get_object_or_404(statistics, slug=slug)
    response = redirect_in_language(request, "portal:indicator", statistic.indicator.slug)
    response["Location"] += f"#{statistic.slug}"
    return response


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


@require_safe
@reads("page")
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    indicators = Indicator.objects.published().prefetch_related("not_added_to")
    indicator = get_object_or_404(indicators, slug=slug)
    public = PatientStatistic.objects.published().filter(indicator=indicator)
    in_order = public.order_by(
        F("programme__slug").asc(nulls_last=True), F("period_start").desc(nulls_last=True), "slug"
    )
    page_obj = page_of(in_order.values_list("pk", flat=True), request.GET.get("page"), VALUES)
    statistics = PatientStatistic.objects.for_table().filter(pk__in=list(page_obj))
    return render(
        request,
        "portal/indicator.html",
        {
            "crumbs": [figures_crumb(), Crumb(str(indicator.name))],
            "indicator": indicator,
            "never_added_to": [i for i in indicator.not_added_to.all() if i.is_published],
            "groups": whole_groups(statistics.by_country(), page_obj),
            "page_obj": page_obj,
        },
    )


def whole_groups(groups: list[dict[str, Any]], page_obj: Page) -> list[dict[str, Any]]:
    """No sum stands under the rows of a country that go on beyond the page."""
    if page_obj.has_previous():
        groups[0]["sum"] = None
    if page_obj.has_next():
        groups[-1]["sum"] = None
    return groups


@require_safe
@reads("page")
def corrections(request: HttpRequest) -> HttpResponse:
    found = Correction.objects.for_page()
    return render(
        request,
        "portal/corrections.html",
        {
            "crumbs": [figures_crumb(), Crumb(_("Corrections"))],
            "page_obj": page_of(found, request.GET.get("page"), 50),
        },
    )


@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "portal/disagreement_list.html",
        {
            "crumbs": [figures_crumb(), Crumb(_("Where sources disagree"))],
            "disagreements": Disagreement.objects.for_page().with_sources(),
        },
    )
