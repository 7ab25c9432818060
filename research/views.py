from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Topic
from alima_site.editorial.pages import Crumb, by_name
from research.citations import FORMATS, citable, text
from research.fact_lists import collaboration_facts, publication_facts, study_facts
from research.models import Collaboration, Membership, Publication, Study
from research.querysets import PublicationQuerySet


def research_crumb() -> Crumb:
    return Crumb(_("Research"), reverse("research:home"))


@require_safe
def research_home(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "research/home.html",
        {
            "crumbs": [Crumb(_("Research"))],
            "alliances": Collaboration.objects.for_index().alliances(),
            "institutes": Collaboration.objects.for_index().institutes(),
            "studies": Study.objects.for_list(),
            "publications": Publication.objects.for_list(),
            "topics": sorted(Topic.objects.published(), key=by_name),
        },
    )


@require_safe
def collaboration(request: HttpRequest, slug: str) -> HttpResponse:
    members = Membership.objects.select_related("institution")
    collaborations = (
        Collaboration.objects.published()
        .with_sources()
        .prefetch_related(Prefetch("memberships", members))
    )
    collaboration = get_object_or_404(collaborations, slug=slug)
    return render(
        request,
        "research/collaboration.html",
        {
            "crumbs": [research_crumb(), Crumb(str(collaboration.short_name))],
            "collaboration": collaboration,
            "facts": collaboration_facts(collaboration),
            "studies": collaboration.studies.for_list(),
        },
    )


@require_safe
def study(request: HttpRequest, slug: str) -> HttpResponse:
    study = get_object_or_404(Study.objects.for_list().with_sources(), slug=slug)
    return render(
        request,
        "research/study.html",
        {
            "crumbs": [research_crumb(), Crumb(str(study.short_title))],
            "study": study,
            "publications": study.publications.for_list(),
            "facts": study_facts(study),
            "local_partners": study.local_partners.published(),
            "collaborations": study.collaborations.published(),
        },
    )


@require_safe
def publication(request: HttpRequest, slug: str) -> HttpResponse:
    publication = get_object_or_404(Publication.objects.for_list().with_sources(), slug=slug)
    return render(
        request,
        "research/publication.html",
        {
            "crumbs": [research_crumb(), Crumb(publication.title)],
            "publication": publication,
            "facts": publication_facts(publication),
            "citation": text(publication),
        },
    )


@require_safe
def citation(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    publications = Publication.objects.published().filter(slug=slug)
    return citation_file(publications, ending, slug)


@require_safe
def citations(request: HttpRequest, ending: str) -> HttpResponse:
    """Every publication whose exact title is known, in one file."""
    return citation_file(Publication.objects.for_list(), ending, "alima-publications")


def citation_file(publications: PublicationQuerySet, ending: str, name: str) -> HttpResponse:
    """A file to download; Http404 for another format, and when nothing can be cited."""
    found = citable(publications)
    if ending not in FORMATS or not found:
        raise Http404
    write, content_type = FORMATS[ending]
    content = "\n".join(write(publication) for publication in found)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
