"""The open data as schema.org describes them, so that search engines for data find them."""

import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alima_site.editorial.structured_data import Thing, thing
from alima_site.portal.open_data.data_sets import DATA_SETS, DataSet
from alima_site.portal.open_data.files import LICENCE

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


def data_catalog(updated: dict[str, datetime.datetime | None]) -> Thing:
    """All data sets, with the day of the last change of each by name."""
    return thing(
        "DataCatalog",
        name=_("Open data of ALIMA"),
        url=reverse("data"),
        license=LICENCE["path"],
        dataset=[dataset(each, updated.get(name)) for name, each in DATA_SETS.items()],
    )
