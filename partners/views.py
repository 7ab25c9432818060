from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import later, state_for
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.pages import Crumb, page_with
from alima_site.editorial.prepared import held_or_404
from partners.fact_lists import episode_entries, episode_facts, partner_facts, series_facts
from partners.ledger import lines
from partners.models import Episode, Partner, Series
from partners.page_queries import (
    PROJECTS,
    STATISTICS,
    STUDIES,
    partner_page,
    projects_of,
    statistics_of,
    studies_of,
)
from partners.structured_data import episode as episode_described
from partners.structured_data import ngo

CARDS = 12  # partners on a page of their list


@require_safe
@reads("page")
def partner_list(request: HttpRequest) -> HttpResponse:
    bare = Partner.objects.published_of_many().members_first()
    whole = Partner.objects.published().with_logos().members_first()
    page_obj = page_with(bare, whole, request.GET.get("page"), CARDS)
    return render(
        request,
        "partners/partner_list.html",
        {
            "crumbs": [Crumb(_("Partners"))],
            "members": [each for each in page_obj if each.kind == Partner.Kind.MEMBER],
            "operational": [each for each in page_obj if each.kind != Partner.Kind.MEMBER],
            "page_obj": page_obj,
        },
    )


@require_safe
def partner(request: HttpRequest, slug: str) -> HttpResponse:
    state = state_for(request)
    partner: Any = held_or_404(state, partner_page, slug=slug)
    statistics = statistics_of(partner=partner.pk)
    projects, studies = projects_of(partner=partner.pk), studies_of(partner=partner.pk)
    return render(
        request,
        "partners/partner.html",
        {
            "state": state,
            "crumbs": [Crumb(_("Partners"), reverse("partners:list")), Crumb(partner.acronym)],
            "partner": partner,
            "facts": later(lambda: partner_facts(partner)),
            "projects": projects,
            "has_more_projects": later(lambda: len(projects) == PROJECTS),
            "statistics": later(statistics.by_indicator),
            "has_more_statistics": later(lambda: len(statistics) == STATISTICS),
            "pairs": later(statistics.side_by_side),
            "studies": studies,
            "has_more_studies": later(lambda: len(studies) == STUDIES),
            "voices": partner.voices_heard,
            "ledger": later(lambda: lines(partner.ledger_rows)),
            "structured_data": later(lambda: [ngo(partner)]),
        },
    )


@require_safe
def series(request: HttpRequest) -> HttpResponse:
    series = get_object_or_404(Series.objects.published().with_sources()[:1])
    episodes = list(series.episodes.published())
    return render(
        request,
        "partners/series.html",
        {
            "crumbs": [Crumb(str(series.title))],
            "series": series,
            "facts": series_facts(series, episodes),
            "episodes": episode_entries(episodes),
        },
    )


@require_safe
def episode(request: HttpRequest, slug: str) -> HttpResponse:
    episodes = Episode.objects.published().select_related("series").with_sources().with_picture()
    episode = get_object_or_404(episodes, slug=slug)
    return render(
        request,
        "partners/episode.html",
        {
            "crumbs": [
                Crumb(str(episode.series.title), reverse("partners:series")),
                Crumb(str(episode.title)),
            ],
            "episode": episode,
            "structured_data": [episode_described(episode)],
            "facts": episode_facts(episode),
        },
    )
