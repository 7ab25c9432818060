"""How the series of films and their episodes are loaded; both are in one file."""

import datetime
import re

from alima_site.editorial.cells import French, Many, One, PartialDate, Text, Whole, YesNo
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Topic
from partners.models import Episode, Series


class SeriesFileLoader(Loader):
    """episodes.csv announces series and lists episodes; `kind` tells which a row is."""

    app = "partners"
    file = "episodes.csv"
    kind: str
    columns = [
        Text("series_id"),
        Text("series_title_en"),
        French("series_title_fr"),
        YesNo("series_title_fr_is_ours", extra=True),
        Text("kind"),
        Whole("episode_number"),
        Text("title_en"),
        French("title_fr"),
        PartialDate("published"),
        Text("weekday"),
        Text("speakers"),
        Many("topics", Topic),
        Text("video_url"),
    ]
    unstored = columns

    def rows(self) -> list[Row]:
        rows = super().rows()
        for row in rows:
            if row["kind"] not in ("series", "episode"):
                row.refuse("kind", f"“{row['kind']}” is neither series nor episode")
        return [row for row in rows if row["kind"] == self.kind]

    def check(self, row: Row) -> None:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", row["published"]) and row["weekday"]:
            weekday = f"{datetime.date.fromisoformat(row['published']):%A}"
            if weekday != row["weekday"]:
                row.refuse("weekday", f"{row['published']} is a {weekday}")


@register
class SeriesLoader(SeriesFileLoader):
    kind = "series"
    model = Series
    cells = {
        "title_en": Text("series_title_en"),
        "title_fr": French("series_title_fr"),
        "title_fr_is_ours": YesNo("series_title_fr_is_ours", extra=True),
        "first_release": PartialDate("published"),
        **sourced(),
    }

    def slug(self, row: Row) -> str:
        return row["series_id"]

    def names(self, row: Row) -> list[str]:
        return [row["series_id"]]


@register
class EpisodeLoader(SeriesFileLoader):
    kind = "episode"
    model = Episode
    cells = {
        "series": One("series_id", Series),
        "number": Whole("episode_number"),
        "title_en": Text("title_en"),
        "title_fr": French("title_fr"),
        "released": PartialDate("published"),
        "speakers": Text("speakers"),
        "topics": Many("topics", Topic),
        "video_url": Text("video_url"),
        **sourced(),
    }
