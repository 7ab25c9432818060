"""Open data: what there is to take away, and the files themselves."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.db.models import CharField, Count, Max, Value
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.answers import in_reserve
from alima_site.delivery.kept import kept
from alima_site.editorial.pages import Crumb
from alima_site.portal.filters import StatisticFilter
from alima_site.portal.open_data.data_sets import DATA_SETS, STATISTICS, WHO_DOES_WHAT, DataSet
from alima_site.portal.open_data.derived import Derived
from alima_site.portal.open_data.files import Table, as_csv, as_json, as_xlsx
from alima_site.portal.open_data.package import NAME, as_package, descriptor
from alima_site.portal.open_data.structured import data_catalog
from alima_site.portal.who_does_what.all_countries import behind, everywhere
from programs.models import CountryProgramme


class Format(NamedTuple):
    name: str
    media_type: str
    write: Callable[[Table, str], Iterator[bytes]]


FORMATS = {
    "csv": Format("CSV", "text/csv; charset=utf-8", lambda t, site: as_csv(t)),
    "xlsx": Format(
        "XLSX",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda t, site: as_xlsx(t),
    ),
    "json": Format("JSON", "application/json; charset=utf-8", lambda t, site: as_json(t)),
    "zip": Format("ZIP", "application/zip", lambda t, site: as_package([t], site)),
}


def all_tables() -> list[Table]:
    return [Table(data_set, data_set.records()) for data_set in DATA_SETS.values()]


def site_of(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


@in_reserve
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """In the language the browser prefers: the address, like those of the files, has none."""
    known = kept("data sets", what_is_known)
    updated = {name: at for name, (_count, at) in known.items()}
    return render(
        request,
        "portal/data.html",
        {
            "crumbs": [Crumb(_("Figures"), reverse("portal:figures")), Crumb(_("Open data"))],
            "data_sets": [
                {
                    "data_set": data_set,
                    "count": known[name][0],
                    "updated": updated[name],
                    "files": file_links(data_set),
                }
                for name, data_set in DATA_SETS.items()
            ],
            "everything": [
                {"label": _("All data"), "url": reverse("data_package"), "kind": "ZIP"},
                {"label": "datapackage.json", "url": reverse("data_descriptor"), "kind": "JSON"},
            ],
            "structured_data": [data_catalog(updated)],
        },
    )


def what_is_known() -> dict[str, tuple[int | None, Any]]:
    """
    Of each data set the number of its records, and when one last changed; one query. The rows
    that are put together when a file is made are not counted here: it would take as long.
    """
    stored: dict[str, Any] = {
        name: each.records() for name, each in DATA_SETS.items() if each is not WHO_DOES_WHAT
    }
    kinds = [*stored.items(), *((WHO_DOES_WHAT.name, each) for each in behind())]
    first, *others = (
        records.order_by()
        .annotate(of=Value(name, CharField()))
        .values("of")
        .annotate(n=Count("pk"), at=Max("updated_at"))
        .values_list("of", "n", "at")
        for name, records in kinds
    )
    known: dict[str, tuple[int | None, Any]] = dict.fromkeys(DATA_SETS, (0, None))
    for name, count, at in first.union(*others, all=True):
        latest = max(filter(None, (at, known[name][1])), default=None)
        known[name] = count if name in stored else None, latest
    return known


def file_links(data_set: DataSet, query: str = "") -> list[dict[str, Any]]:
    """The files of a data set, for components/download_list.html."""
    return [
        {
            "label": str(data_set.title),
            "url": reverse("data_file", args=[data_set.name, ending]) + (query and f"?{query}"),
            "kind": each.name,
        }
        for ending, each in FORMATS.items()
    ]


@require_safe
def file(request: HttpRequest, name: str, ending: str) -> StreamingHttpResponse:
    """A data set in one format, or what the filter in the address leaves of it."""
    if name not in DATA_SETS or ending not in FORMATS:
        raise Http404(_("There is no such file."))
    table = Table(DATA_SETS[name], DATA_SETS[name].records())
    if name == STATISTICS.name:
        chosen = StatisticFilter(request.GET, table.records)  # type: ignore[arg-type]
        if not chosen.is_understood:
            raise Http404(_("This filter is not understood."))
        table = Table(STATISTICS, chosen.qs)
    if name == WHO_DOES_WHAT.name and "country" in request.GET:
        country = get_object_or_404(
            CountryProgramme.objects.published(), slug=request.GET["country"]
        )
        table = Table(WHO_DOES_WHAT, Derived(lambda: everywhere(country.slug)))
    content = FORMATS[ending].write(table, site_of(request))
    return attached(content, f"alima-{name}.{ending}", FORMATS[ending].media_type)


@require_safe
def package(request: HttpRequest) -> StreamingHttpResponse:
    content = as_package(all_tables(), site_of(request))
    return attached(content, f"{NAME}.zip", FORMATS["zip"].media_type)


@require_safe
def package_descriptor(request: HttpRequest) -> JsonResponse:
    """datapackage.json beside the files it names, for programs that read them from here."""
    found = descriptor(all_tables(), site_of(request))
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 2})


def attached(content: Iterator[bytes], name: str, media_type: str) -> StreamingHttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(content, content_type=media_type, headers=headers)
