"""Figures, indicators and corrections: the records behind every number."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Correction, Figure, Indicator
from alima_site.editorial.pages import Crumb, page_of
from alima_site.editorial.querysets import visible
from programs.models import PatientStatistic


def figures_crumb() -> Crumb:
    return Crumb(_("Figures"), reverse("portal:figures"))


@require_safe
def figure_list(request: HttpRequest) -> HttpResponse:
    figures = list(Figure.objects.published().with_versions())
    public = visible(PatientStatistic, timezone.now(), "statistics__")
    return render(
        request,
        "portal/figure_list.html",
        {
            "crumbs": [Crumb(_("Figures"))],
            "themes": [
                (theme, [figure for figure in figures if figure.theme == theme])
                for theme in Figure.Theme
            ],
            "indicators": Indicator.objects.published().annotate(
                values=Count("statistics", filter=public)
            ),
        },
    )


@require_safe
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    figure = get_object_or_404(Figure.objects.published().with_versions(), slug=slug)
    compared = Figure.objects.published().with_versions().filter(group=figure.group)
    return render(
        request,
        "portal/figure.html",
        {
            "crumbs": [figures_crumb(), Crumb(str(figure.label))],
            "figure": figure,
            "compared": compared.exclude(pk=figure.pk),
        },
    )


@require_safe
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    indicators = Indicator.objects.published().prefetch_related("not_added_to")
    indicator = get_object_or_404(indicators, slug=slug)
    statistics = PatientStatistic.objects.for_table().filter(indicator=indicator)
    return render(
        request,
        "portal/indicator.html",
        {
            "crumbs": [figures_crumb(), Crumb(str(indicator.name))],
            "indicator": indicator,
            "never_added_to": [i for i in indicator.not_added_to.all() if i.is_published],
            "groups": statistics.by_country(),
        },
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    found = Correction.objects.select_related("content_type").prefetch_related("record")
    return render(
        request,
        "portal/corrections.html",
        {
            "crumbs": [figures_crumb(), Crumb(_("Corrections"))],
            "page_obj": page_of(found, request.GET.get("page"), 50),
        },
    )
