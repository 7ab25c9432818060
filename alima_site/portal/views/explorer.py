"""The explorer: patient statistics narrowed by the address, as table, drawing, sum and files."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import state_for
from alima_site.delivery.parameters import reads
from alima_site.editorial import wording
from alima_site.editorial.pages import Crumb, page_of
from alima_site.editorial.sums import MOST, TOO_MANY, sum_of
from alima_site.portal.filters import StatisticFilter
from alima_site.portal.open_data.data_sets import STATISTICS
from alima_site.portal.open_data.structured import dataset
from alima_site.portal.views.data import file_links
from programs.models import PatientStatistic
from programs.querysets.statistics import PatientStatisticQuerySet
from programs.yearly_series import series_by_country

PAGE = 40
# Values that are listed, page by page; the files hold all.
LISTED = 10_000
# More small charts than these say nothing to a reader.
MOST_CHARTS = 12


@require_safe
@reads(*StatisticFilter.base_filters, "page")
def explorer(request: HttpRequest) -> HttpResponse:
    state = state_for(request)
    chosen = StatisticFilter(request.GET, PatientStatistic.objects.published(), state)
    if len(request.GET.getlist("page")) > 1:
        raise Http404(_("There is no page of this number."))
    page_obj, rows = page_and_rows(chosen.qs, request.GET.get("page"))
    series = series_by_country(rows or [], chosen.chosen.get("reporter", "ALIMA"))
    return render(
        request,
        "portal/explorer.html",
        {
            "state": state,
            "crumbs": [
                Crumb(_("Figures"), reverse("portal:figures")),
                Crumb(_("Explore the statistics")),
            ],
            "form": chosen.form,
            "is_understood": chosen.is_understood,
            "page_obj": page_obj,
            "is_cut": page_obj.paginator.count == LISTED,
            "query": chosen.query,
            "groups": groups(page_obj),
            "sum": TOO_MANY if rows is None else sum_of(rows),
            "series": series[0] if len(series) == 1 else None,
            "multiples": series if 1 < len(series) <= MOST_CHARTS else [],
            "too_many_series": len(series) > MOST_CHARTS or rows is None,
            "files": file_links(STATISTICS, chosen.query),
            "structured_data": [dataset(STATISTICS, None)],
        },
    )


def page_and_rows(
    found: PatientStatisticQuerySet, number: str | None
) -> tuple[Page, list[PatientStatistic] | None]:
    """
    A page, and all that was found where it can be added or drawn; None where it is too much
    for that. Which rows they are is found among bare records, of which there may be hundreds
    of thousands: more than can be listed are neither counted nor sorted by name.
    """
    keys = list(found.order_by().values_list("pk", flat=True)[: LISTED + 1])
    whole = PatientStatistic.objects.for_explorer()
    if len(keys) <= MOST:
        rows = list(whole.filter(pk__in=keys))
        return page_of(rows, number, PAGE), rows
    ordered = found.by_place() if len(keys) <= LISTED else found.by_key()
    page = page_of(ordered.values("pk"), number, PAGE, min(len(keys), LISTED))
    page.object_list = list(whole.filter(pk__among=page.object_list))
    return page, None


def groups(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """The rows by country and indicator, as the statistics table takes them."""
    return [
        {
            "title": wording.labelled(programme or _("All countries"), str(indicator.name)),
            "url": indicator.get_absolute_url(),
            "rows": list(found),
        }
        for (programme, indicator), found in groupby(
            rows, key=lambda row: (row.programme, row.indicator)
        )
    ]
