"""The activities of all public countries, and the records they are made of."""

from django.db.models import Q, QuerySet

from alima_site.portal.who_does_what.activity import Activity
from alima_site.portal.who_does_what.in_country import WITH_MINISTRIES, activities_in
from partners.models import AllianceFact
from programs.models import CountryProgramme, Project
from research.models import Study


def facts() -> QuerySet:
    """Funders with the countries they are named for, and who is worked with everywhere."""
    donors = Q(category=AllianceFact.Category.DONOR)
    return AllianceFact.objects.for_page().filter(donors | Q(slug=WITH_MINISTRIES))


def behind() -> list[QuerySet]:
    """The records the rows are made of, by kind."""
    kinds = (CountryProgramme.objects, Project.objects, Study.objects)
    return [*(each.published() for each in kinds), facts()]


def everywhere(country: str = "") -> list[Activity]:
    """The activities of all public countries, or of the one of that slug; four queries."""
    countries = CountryProgramme.objects.for_index().with_sources()
    projects = list(Project.objects.for_list())
    studies = list(Study.objects.for_list().with_sources().with_organisations())
    known = list(facts())
    found: list[Activity] = []
    for each in countries.filter(slug=country) if country else countries:
        here = [project for project in projects if project.programme_id == each.pk]
        found += activities_in(each, here, studies, known)
    return found
