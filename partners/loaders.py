"""How partners, the model's principles, quotations, the series and facts are loaded."""

import datetime
import re

from alima_site.editorial.cells import (
    Countries,
    Country,
    French,
    Many,
    Number,
    One,
    OneOf,
    PartialDate,
    Says,
    Text,
    Whole,
    Year,
    YesNo,
)
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import FigureVersion, Topic
from partners.models import (
    AllianceFact,
    Episode,
    Partner,
    PartnershipPrinciple,
    Representative,
    Series,
    Voice,
)


class PartnersLoader(Loader):
    app = "partners"


@register
class PartnerLoader(PartnersLoader):
    file = "partners.csv"
    model = Partner
    cells = {
        "acronym": Text("acronym"),
        "name_en": Text("full_name"),
        "name_fr": French("full_name_fr"),
        "kind": OneOf("kind", Partner.Kind),
        "country": Country("country_iso2"),
        "founded_year": Year("founded_year"),
        "alliance_year": Year("alliance_year"),
        "role_en": Text("role_in_model"),
        "role_fr": French("role_in_model_fr"),
        "places_en": Text("places"),
        "places_fr": French("places_fr", extra=True),
        "topics": Many("themes", Topic),
        "website": Text("website"),
        **sourced(),
    }
    unstored = [
        Text("leader_name"),
        Text("leader_role"),
        Text("leader_role_fr", extra=True),
        PartialDate("leader_date"),
    ]


@register
class RepresentativeLoader(PartnersLoader):
    """Leaders' names wait in review until the partner confirms them."""

    file = PartnerLoader.file
    model = Representative
    cells = {
        "partner": One("id", Partner),
        "name": Text("leader_name"),
        "role_en": Text("leader_role"),
        "role_fr": French("leader_role_fr", extra=True),
        "as_of": PartialDate("leader_date"),
        **sourced(in_review=lambda row: True),
    }

    def rows(self) -> list[Row]:
        return [row for row in PartnerLoader(self.run).rows() if row["leader_name"]]

    def slug(self, row: Row) -> str:
        return f"{row['id']}-leader"


@register
class PrincipleLoader(PartnersLoader):
    file = "principles.csv"
    model = PartnershipPrinciple
    cells = {
        "kind": OneOf("kind", PartnershipPrinciple.Kind),
        "position": Whole("position"),
        "word": OneOf("word", PartnershipPrinciple.Word, empty=True),
        "title_en": Text("title_en"),
        "title_fr": French("title_fr"),
        "text_en": Text("text_en"),
        "text_fr": French("text_fr"),
        "figures": Many("figures", FigureVersion),
        **sourced(note=False),
    }


@register
class VoiceLoader(PartnersLoader):
    file = "quotes.csv"
    model = Voice
    cells = {
        "speaker": Text("speaker"),
        "role_en": Text("role"),
        "role_fr": French("role_fr", extra=True),
        "date": PartialDate("date"),
        "language": Text("language"),
        "quote_en": Text("quote_en"),
        "quote_fr": French("quote_fr"),
        "both_published": Says("note", "Both languages published"),
        "topic": One("topic", Topic),
        "country": Country("country_iso2"),
        "partner": One("partner", Partner, extra=True),
        **sourced(),
    }
    unstored = [Text("quote")]

    def check(self, row: Row) -> None:
        if row["quote"] != row[f"quote_{row['language']}"]:
            row.refuse("quote", f"it differs from quote_{row['language']}")


class SeriesFileLoader(PartnersLoader):
    """episodes.csv announces series and lists episodes; `kind` tells which a row is."""

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


class FactNumber(Number):
    """The cell's number; None when it holds words."""

    def parse(self, row: Row) -> str | None:
        return super().parse(row) if is_number(row["value"]) else None


class FactWords(French):
    """The cell's words, in French where additions give them; empty when it holds a number."""

    def parse(self, row: Row) -> str:
        if is_number(row["value"]):
            return ""
        return row["value"] if self.column == "value" else super().parse(row) or row["value"]


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", text))


@register
class FactLoader(PartnersLoader):
    file = "organisation.csv"
    model = AllianceFact
    cells = {
        "category": OneOf("category", AllianceFact.Category),
        "label_en": Text("label_en"),
        "label_fr": French("label_fr"),
        "number": FactNumber("value"),
        "unit": OneOf("unit", AllianceFact.Unit, empty=True),
        "value_en": FactWords("value"),
        "value_fr": FactWords("value_fr", extra=True),
        "statement_en": Text("statement_en"),
        "statement_fr": French("statement_fr"),
        "countries": Countries("countries", extra=True),
        "date_from": PartialDate("date_from"),
        "date_to": PartialDate("date_to"),
        # Names of leaders wait in review until ALIMA confirms them.
        **sourced(in_review=lambda row: row["category"] == AllianceFact.Category.LEADERSHIP),
    }
