"""The list of publications, and the page of each."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.pages import Crumb, page_with
from research.citations import FORMATS, highwire, text
from research.crumbs import research_crumb
from research.fact_lists import publication_facts
from research.filters import PublicationFilter
from research.models import Publication
from research.structured_data import scholarly_article

PAGE = 20


@require_safe
@reads(*PublicationFilter.base_filters, "page")
def publication_list(request: HttpRequest) -> HttpResponse:
    found = PublicationFilter(request.GET)
    exact = Count("pk", filter=Q(title_is_summarised=False))
    counts = found.qs.aggregate(all=Count("pk"), exact=exact)
    return render(
        request,
        "research/publication_list.html",
        {
            "crumbs": [research_crumb(), Crumb(_("Publications"))],
            "form": found.form,
            "page_obj": page_with(
                found.qs,
                Publication.objects.for_list(),
                request.GET.get("page"),
                PAGE,
                counts["all"],
            ),
            "query": found.query,
            "files": citation_links(found.query) if counts["exact"] else [],
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
