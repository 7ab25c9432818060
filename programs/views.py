from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import later, state_for
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.pages import Crumb, page_of
from alima_site.editorial.prepared import held_or_404
from programs.comparable_years import whole_years
from programs.fact_lists import country_facts, highlight_figures, project_facts
from programs.models import Project
from programs.page_queries import (
    PROJECTS,
    STATISTICS,
    countries_on_the_map,
    country_page,
    projects_in,
    projects_in_several_countries,
    statistics_in,
)
from programs.parts_of_wholes import parts_of_wholes
from programs.yearly_series import small_multiples, yearly_series

CARDS = 16  # countries on a page of their list


def programmes_crumb() -> Crumb:
    return Crumb(_("Programmes"), reverse("programs:list"))


@require_safe
@reads("page")
def country_list(request: HttpRequest) -> HttpResponse:
    countries = countries_on_the_map()
    return render(
        request,
        "programs/country_list.html",
        {
            "crumbs": [Crumb(_("Programmes"))],
            "page_obj": page_of(countries, request.GET.get("page"), CARDS),
            "on_the_map": [country.on_the_map for country in countries],
            "projects": projects_in_several_countries(),
        },
    )


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    state = state_for(request)
    country = held_or_404(state, country_page, slug=slug)
    statistics = statistics_in(programme=country.pk)
    charted = later(lambda: whole_years(list(statistics), STATISTICS))
    projects = later(lambda: list(projects_in(programme=country.pk)))
    return render(
        request,
        "programs/country.html",
        {
            "state": state,
            "crumbs": [programmes_crumb(), Crumb(str(country.name))],
            "country": country,
            "projects": projects,
            "has_more_projects": later(lambda: len(projects) == PROJECTS),
            "statistics": later(statistics.by_indicator),
            "has_more_statistics": later(lambda: len(statistics) == STATISTICS),
            "highlights": later(lambda: highlight_figures(charted)),
            "series": later(lambda: yearly_series(charted)),
            "more_series": later(lambda: small_multiples(charted)),
            "wholes": later(lambda: parts_of_wholes(charted)),
            "facts": later(lambda: country_facts(country)),
            "voices": country.voices_heard,
        },
    )


@require_safe
def project(request: HttpRequest, country: str, slug: str) -> HttpResponse:
    projects = Project.objects.for_list().with_picture()
    return show(request, get_object_or_404(projects, programme__slug=country, slug=slug))


@require_safe
def multi_country_project(request: HttpRequest, slug: str) -> HttpResponse:
    projects = Project.objects.for_list().in_several_countries().with_picture()
    return show(request, get_object_or_404(projects, slug=slug))


def show(request: HttpRequest, project: Project) -> HttpResponse:
    crumbs = [programmes_crumb(), Crumb(str(project.name))]
    if project.programme:
        crumbs.insert(1, Crumb(str(project.programme.name), project.programme.get_absolute_url()))
    return render(
        request,
        "programs/project.html",
        {"crumbs": crumbs, "project": project, "facts": project_facts(project)},
    )
