"""The first page of research, and the pages of alliances and institutes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Topic
from alima_site.editorial.pages import Crumb, by_name
from research.crumbs import research_crumb
from research.fact_lists import collaboration_facts
from research.models import Collaboration, Publication, Study
from research.network import network
from research.structured_data import research_organization

LATEST = 6  # studies and publications on the first page
STUDIES = 12  # of a collaboration; the list of all can be narrowed to it


@require_safe
def research_home(request: HttpRequest) -> HttpResponse:
    collaborations = list(Collaboration.objects.for_index().with_members())
    return render(
        request,
        "research/home.html",
        {
            "crumbs": [Crumb(_("Research"))],
            "alliances": [each for each in collaborations if each.is_alliance],
            "institutes": [each for each in collaborations if not each.is_alliance],
            "network": network(collaborations),
            "studies": Study.objects.for_list()[:LATEST],
            "publications": Publication.objects.for_list()[:LATEST],
            "topics": sorted(Topic.objects.published(), key=by_name),
            "structured_data": [research_organization(each) for each in collaborations],
        },
    )


@require_safe
def collaboration(request: HttpRequest, slug: str) -> HttpResponse:
    collaborations = Collaboration.objects.published().with_sources().with_members()
    collaboration = get_object_or_404(collaborations, slug=slug)
    elsewhere = Collaboration.objects.for_index().filter(memberships__institution=collaboration)
    studies = list(collaboration.studies.for_list()[:STUDIES])
    return render(
        request,
        "research/collaboration.html",
        {
            "crumbs": [research_crumb(), Crumb(str(collaboration.short_name))],
            "collaboration": collaboration,
            "facts": collaboration_facts(collaboration),
            "studies": studies,
            "has_more_studies": len(studies) == STUDIES,
            "elsewhere": elsewhere.distinct(),
            "structured_data": [research_organization(collaboration)],
        },
    )
