"""The list of studies, and the page of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import later, state_for
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.models import Topic
from alima_site.editorial.pages import Crumb, page_with
from alima_site.editorial.prepared import held_or_404
from research.chain import as_group, chain, statistics_of
from research.crumbs import research_crumb
from research.fact_lists import study_facts
from research.filters import StudyFilter
from research.models import Study
from research.page_queries import named_by, study_page
from research.structured_data import medical_trial

PAGE = 20


@require_safe
@reads(*StudyFilter.base_filters, "page")
def study_list(request: HttpRequest) -> HttpResponse:
    found = StudyFilter(request.GET)
    return render(
        request,
        "research/study_list.html",
        {
            "crumbs": [research_crumb(), Crumb(_("Studies"))],
            "form": found.form,
            "page_obj": page_with(
                found.qs, Study.objects.for_list(), request.GET.get("page"), PAGE
            ),
            "query": found.query,
        },
    )


@require_safe
def study(request: HttpRequest, slug: str) -> HttpResponse:
    state = state_for(request)
    study = held_or_404(state, study_page, slug=slug)
    publications, changes = study.published_in, study.changes_after
    statistics = later(lambda: statistics_of([study, *changes, *publications]))
    named = later(lambda: named_by(study=study.pk))
    diseases = later(lambda: [record for record in named if isinstance(record, Topic)])
    return render(
        request,
        "research/study.html",
        {
            "state": state,
            "crumbs": [
                research_crumb(),
                Crumb(_("Studies"), reverse("research:studies")),
                Crumb(str(study.short_title)),
            ],
            "study": study,
            "chain": later(lambda: chain(study, publications, changes, statistics)),
            "has_changes": later(lambda: bool(changes)),
            "figures": later(lambda: as_group(statistics.get(study, []))),
            "facts": later(lambda: study_facts(study)),
            "diseases": diseases,
            "took_part": later(lambda: [each for each in named if each not in diseases]),
            "structured_data": later(lambda: [medical_trial(study, diseases)]),
        },
    )
