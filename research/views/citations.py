"""Citations as files to download."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from research.citations import FORMATS, citable
from research.filters import PublicationFilter
from research.models import Publication
from research.querysets import PublicationQuerySet


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
