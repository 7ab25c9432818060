"""Addresses to print, which lead to a figure or a statistic in the reader's language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Figure
from alima_site.portal.language import redirect_in_language
from programs.models import PatientStatistic


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
