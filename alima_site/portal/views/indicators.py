"""An indicator with the statistics that count it."""

from typing import Any

from django.core.paginator import Page
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.editorial.models import Indicator
from alima_site.editorial.pages import Crumb, page_of
from alima_site.portal.views.figures import figures_crumb
from programs.models import PatientStatistic

VALUES = 40  # of an indicator, on a page


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
