"""The open data as schema.org describes them, so that search engines for data find them."""

import datetime
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from alima_site.delivery.kept import kept
from alima_site.editorial.models import Indicator
from alima_site.editorial.structured_data import Thing, thing
from alima_site.portal.open_data.data_sets import DATA_SETS, STATISTICS, DataSet
from alima_site.portal.open_data.files import LICENCE
from programs.models import CountryProgramme, PatientStatistic

MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}


def dataset(data_set: DataSet, updated: datetime.datetime | None, **more: Any) -> Thing:
    """One data set with its files."""
    return thing(
        "Dataset",
        name=str(data_set.title),
        description=str(data_set.description),
        url=f"{reverse('data')}#{data_set.name}",
        license=LICENCE["path"],
        isAccessibleForFree=True,
        creator=thing("NGO", name="ALIMA", url="https://alima.ngo/"),
        dateModified=f"{updated:%Y-%m-%d}" if updated else "",
        distribution=[
            thing(
                "DataDownload",
                encodingFormat=media_type,
                contentUrl=reverse("data_file", args=[data_set.name, ending]),
            )
            for ending, media_type in MEDIA_TYPES.items()
        ],
        **more,
    )


def coverage() -> dict[str, Any]:
    """What the statistics count, where and when."""
    public = PatientStatistic.objects.published().order_by()
    when = public.aggregate(start=Min("period_start"), end=Max("period_end"))
    countries = CountryProgramme.objects.published().filter(
        Exists(public.filter(programme=OuterRef("pk")))
    )
    places: Any = [(country.name, country.country) for country in countries]
    indicators = Indicator.objects.published().filter(
        Exists(public.filter(indicator=OuterRef("pk")))
    )
    return {
        "temporalCoverage": "/".join(str(day) for day in when.values() if day),
        "spatialCoverage": [
            thing("Place", name=str(name), identifier=where.code) for name, where in places
        ],
        "variableMeasured": [str(indicator.name) for indicator in indicators],
    }


def data_catalog(updated: dict[str, datetime.datetime | None]) -> Thing:
    """All data sets, with the day of the last change of each by name."""
    more = {STATISTICS.name: kept("coverage", coverage)}
    return thing(
        "DataCatalog",
        name=_("Open data of ALIMA"),
        url=reverse("data"),
        license=LICENCE["path"],
        dataset=[
            dataset(each, updated.get(name), **more.get(name, {}))
            for name, each in DATA_SETS.items()
        ],
    )
