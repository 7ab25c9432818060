from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import content_state, later
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.models import Topic
from alima_site.editorial.pages import Crumb, by_name, page_with
from alima_site.editorial.prepared import one_or_404
from research.chain import as_group, chain, statistics_of
from research.citations import FORMATS, citable, highwire, text
from research.fact_lists import collaboration_facts, publication_facts, study_facts
from research.filters import PublicationFilter, StudyFilter
from research.models import Collaboration, Publication, Study
from research.network import network
from research.page_queries import named_by, publications_of, study_page
from research.querysets import PublicationQuerySet
from research.structured_data import medical_trial, research_organization, scholarly_article

LATEST = 6  # studies and publications on the first page
STUDIES = 12  # of a collaboration; the list of all can be narrowed to it
PAGE = 20


def research_crumb() -> Crumb:
    return Crumb(_("Research"), reverse("research:home"))


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
    state = content_state()
    study = one_or_404(study_page(slug=slug))
    changes = study.changes_after
    publications = later(lambda: list(publications_of(study=study.pk)))
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


@require_safe
@reads(*PublicationFilter.base_filters, "page")
def publication_list(request: HttpRequest) -> HttpResponse:
    found = PublicationFilter(request.GET)
    can_be_cited = found.qs.filter(title_is_summarised=False).exists()
    return render(
        request,
        "research/publication_list.html",
        {
            "crumbs": [research_crumb(), Crumb(_("Publications"))],
            "form": found.form,
            "page_obj": page_with(
                found.qs, Publication.objects.for_list(), request.GET.get("page"), PAGE
            ),
            "query": found.query,
            "files": citation_links(found.query) if can_be_cited else [],
        },
    )


def citation_links(query: str) -> list[dict[str, str]]:
    """The citations of a filtered list, in each format."""
    return [
        {
            "label": _("Citations"),
            "url": reverse("research:citations", args=[ending]) + (f"?{query}" if query else ""),
            "kind": FORMATS[ending].name,
        }
        for ending in FORMATS
    ]


@require_safe
def publication(request: HttpRequest, slug: str) -> HttpResponse:
    publication = get_object_or_404(Publication.objects.for_list().with_sources(), slug=slug)
    return render(
        request,
        "research/publication.html",
        {
            "crumbs": [
                research_crumb(),
                Crumb(_("Publications"), reverse("research:publications")),
                Crumb(publication.title),
            ],
            "publication": publication,
            "facts": publication_facts(publication),
            "citation": text(publication),
            "highwire": highwire(publication),
            "structured_data": [scholarly_article(publication)],
        },
    )


@require_safe
def citation(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    publications = Publication.objects.published().filter(slug=slug)
    return citation_file(publications, ending, slug)


@require_safe
@reads(*PublicationFilter.base_filters)
def citations(request: HttpRequest, ending: str) -> HttpResponse:
    """Those of the list with the same filter whose exact title is known, in one file."""
    found = PublicationFilter(request.GET)
    if found.errors:  # the page of the list says what is wrong
        address = f"{reverse('research:publications')}?{request.GET.urlencode()}"
        return HttpResponseRedirect(address)
    return citation_file(found.qs, ending, "alima-publications")


def citation_file(publications: PublicationQuerySet, ending: str, name: str) -> HttpResponse:
    """A file to download; Http404 for another format, and when nothing can be cited."""
    found = citable(publications)
    if ending not in FORMATS or not found:
        raise Http404
    form = FORMATS[ending]
    content = "\n".join(form.write(publication) for publication in found)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(content, content_type=form.content_type, headers=headers)
