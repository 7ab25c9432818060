"""How country programmes, presences, projects and patient statistics are loaded."""

from typing import Any

from django.utils.text import slugify

from alima_site.editorial.cells import (
    Cell,
    Country,
    Day,
    Find,
    French,
    Many,
    Mutual,
    One,
    OneOf,
    PartialDate,
    Text,
    Whole,
    Year,
    find_named,
)
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Confidence, Indicator, Qualifier, Source, Topic, Unit
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic, Presence, Project


class ProgramsLoader(Loader):
    app = "programs"


@register
class CountryLoader(ProgramsLoader):
    file = "countries.csv"
    model = CountryProgramme
    key = "iso2"
    cells = {
        "country": Country("iso2"),
        "name_en": Text("name_en"),
        "name_fr": French("name_fr"),
        "status": OneOf("status", CountryProgramme.Status),
        "status_date": PartialDate("status_date"),
        "co_managed_with": Many("co_managed_with", Partner),
        "summary_en": Text("summary_en"),
        "summary_fr": French("summary_fr"),
        "start_note_en": Text("start_note"),
        "start_note_fr": French("start_note_fr", extra=True),
        **sourced(),
    }
    # The start is a presence's, with its month where one is known: presences.csv.
    unstored = [Year("start_year")]

    def slug(self, row: Row) -> str:
        return slugify(row["name_en"])


@register
class PresenceLoader(ProgramsLoader):
    file = "presences.csv"
    model = Presence
    cells = {
        "programme": One("country_iso2", CountryProgramme),
        "start": PartialDate("start"),
        "end": PartialDate("end"),
        "note_en": Text("note_en"),
        "note_fr": French("note_fr"),
        "source": One("source_id", Source),
        "further_sources": Many("source_id", Source, rest=True),
    }
    unstored = [OneOf("confidence", Confidence)]

    def load(self) -> None:
        """Afterwards the start year of each country is held against its presences."""
        super().load()
        starts: dict[str, list[str]] = {}
        for row in self.rows():
            starts.setdefault(row["country_iso2"], []).append(row["start"][:4])
        for row in CountryLoader(self.run).rows():
            if row["start_year"] and row["start_year"] != min(starts.get(row["iso2"], [""])):
                row.refuse("start_year", f"{self.file} gives another first year")


class SamePlaces(French):
    """Places in French; those the additions do not translate are called the same."""

    def parse(self, row: Row) -> str:
        return super().parse(row) or row["places"]


@register
class ProjectLoader(ProgramsLoader):
    file = "programmes.csv"
    model = Project
    cells = {
        "programme": One("country_iso2", CountryProgramme, none="ALL"),
        "name_en": Text("name_en"),
        "name_fr": French("name_fr"),
        "places_en": Text("places"),
        "places_fr": SamePlaces("places_fr", extra=True),
        "topics": Many("themes", Topic),
        "partners": Many("partners", Partner),
        "start": PartialDate("start"),
        "end": PartialDate("end"),
        "summary_en": Text("summary_en"),
        "summary_fr": French("summary_fr"),
        **sourced(note=False),
    }


class UnitOfIndicator(Cell):
    """The unit printed beside the value, which has to be the indicator's own."""

    def read(self, row: Row, find: Find) -> Any:
        indicator = find_named(row, "indicator", Indicator, row["indicator"], find)
        if indicator and row[self.column] != indicator.unit:
            row.refuse(self.column, f"{indicator.slug} is counted in {indicator.unit}")


@register
class StatisticLoader(ProgramsLoader):
    file = "patient_statistics.csv"
    model = PatientStatistic
    cells = {
        "indicator": One("indicator", Indicator),
        "programme": One("country_iso2", CountryProgramme, none="ALL"),
        "place": Text("place"),
        "value": Whole("value"),
        "qualifier": OneOf("qualifier", Qualifier),
        "period_start": Day("period_start"),
        "period_end": Day("period_end"),
        "period_basis": OneOf("period_basis", PatientStatistic.Basis),
        "reported_by": Text("reported_by"),
        "partners": Many("partners", Partner),
        "subset_of": One("subset_of", PatientStatistic, same_file=True),
        "hint_en": Text("hint_en"),
        "hint_fr": French("hint_fr"),
        "source_published": PartialDate("source_published"),
        "conflicts_with": Mutual("conflicts_with", PatientStatistic),
        **sourced(note=False),
    }
    unstored = [OneOf("unit", Unit), UnitOfIndicator("unit")]
