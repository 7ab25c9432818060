"""What the page of a country asks, ready to run."""

from typing import Any

from alima_site.editorial.prepared import prepared
from partners.models import Voice
from programs.models import CountryProgramme, PatientStatistic, Project


@prepared
def country_page(slug: Any) -> Any:
    programmes = CountryProgramme.objects.for_index().with_sources().with_picture()
    return programmes.filter(slug=slug)


@prepared
def projects_in(programme: Any) -> Any:
    return Project.objects.for_list().filter(programme=programme)


@prepared
def statistics_in(programme: Any) -> Any:
    return PatientStatistic.objects.for_table().filter(programme=programme)


@prepared
def charted_in(programme: Any) -> Any:
    return PatientStatistic.objects.for_chart().filter(programme=programme)


@prepared
def countries_on_the_map() -> Any:
    return CountryProgramme.objects.for_map()


@prepared
def voices_in(country: Any) -> Any:
    return Voice.objects.for_page().filter(country=country)
