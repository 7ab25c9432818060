"""A topic: what is done, what is studied, what was counted and what was said about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.reversing import reverse
from alima_site.editorial.models import Topic
from alima_site.editorial.pages import Crumb
from alima_site.editorial.related import OUTER, rows_of
from partners.models import Partner, Voice
from programs.models import PatientStatistic, Project
from programs.querysets.indicators import published_values
from programs.yearly_series import yearly_series
from research.models import Study

# The page lists as many of each, the latest first.
STUDIES, PROJECTS, PARTNERS, CHARTED = 12, 30, 12, 60


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    voices = rows_of(Voice.objects.for_page().filter(topic=OUTER))
    topic: Any = get_object_or_404(Topic.objects.published().annotate(voices=voices), slug=slug)
    found = Study.objects.published().filter(diseases=topic).order_by("-start", "slug")
    studies = list(found[:STUDIES])
    projects = list(Project.objects.for_index().filter(topics=topic)[:PROJECTS])
    active = Partner.objects.published().with_logos().filter(topics=topic)
    partners = list(active.in_order_of_joining()[:PARTNERS])
    everywhere = PatientStatistic.objects.for_chart().filter(
        indicator__topics=topic, programme=None
    )[:CHARTED]
    return render(
        request,
        "portal/topic.html",
        {
            "crumbs": [Crumb(_("Research"), reverse("research:home")), Crumb(str(topic.name))],
            "topic": topic,
            "studies": studies,
            "has_more_studies": len(studies) == STUDIES,
            "projects": projects,
            "has_more_projects": len(projects) == PROJECTS,
            "partners": partners,
            "has_more_partners": len(partners) == PARTNERS,
            "indicators": topic.indicators.published().annotate(values=published_values()),
            "series": yearly_series(everywhere),
            "voices": topic.voices,
        },
    )
