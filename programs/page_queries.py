"""What the pages of countries ask, ready to run."""

from typing import Any

from django.db.models import F, OuterRef

from alima_site.delivery.kept import kept
from alima_site.editorial.pages import without_accents
from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import rows_of
from partners.models import Voice
from programs.models import CountryProgramme, PatientStatistic, Project

# A page lists as many; all others are one link away.
STATISTICS, PROJECTS, SEVERAL_COUNTRIES = 40, 10, 20


@prepared
def country_page(slug: Any) -> Any:
    voices = Voice.objects.for_page().filter(country=OuterRef("country"))
    programmes = CountryProgramme.objects.for_index().with_sources().with_picture()
    return programmes.annotate(voices_heard=rows_of(voices)).filter(slug=slug)


@prepared
def projects_in(programme: Any) -> Any:
    """The latest."""
    here = Project.objects.for_index().filter(programme=programme)
    return Project.objects.for_list().only_first(PROJECTS, here)


@prepared
def statistics_in(programme: Any) -> Any:
    """The latest."""
    here = PatientStatistic.objects.published().filter(programme=programme)
    latest = here.order_by(F("period_start").desc(nulls_last=True), "slug")
    return PatientStatistic.objects.for_table().only_first(STATISTICS, latest)


@prepared
def charted_in(programme: Any) -> Any:
    """Those of the whole country that a series can be made of, the latest."""
    here = PatientStatistic.objects.published().filter(
        programme=programme, place="", subset_of=None, period_start__isnull=False
    )
    latest = here.order_by(F("period_start").desc(), "slug")
    return PatientStatistic.objects.for_chart().only_first(STATISTICS, latest)


@prepared
def _countries_on_the_map() -> Any:
    """Of each what a card and the map say, as there may be many."""
    return CountryProgramme.objects.for_map().only(
        "slug", "name_fr", "name_en", "country", "status", "summary_fr", "summary_en"
    )


def countries_on_the_map(state: str = "") -> list[Any]:
    """All public countries by name, read once for a state of the content."""

    def by_name() -> list[Any]:
        found = _countries_on_the_map()
        return sorted(found, key=lambda each: without_accents(each.on_the_map["name"]))

    return kept("countries on the map", by_name, state)


@prepared
def projects_in_several_countries() -> Any:
    several = Project.objects.for_index().in_several_countries()
    return Project.objects.for_list().only_first(SEVERAL_COUNTRIES, several)
