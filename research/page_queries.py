"""What the page of a study asks, ready to run."""

from typing import Any

from alima_site.editorial.listing import ready_listing
from alima_site.editorial.models import Topic
from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import OUTER, rows_of
from partners.models import Partner
from research.models import Collaboration, PracticeChange, Publication, Study


@prepared
def study_page(slug: Any) -> Any:
    """With its publications, and what changed in care after it as `changes_after`."""
    publications = Publication.objects.for_list().with_sources().filter(study=OUTER)
    changes = PracticeChange.objects.for_chain().with_sources().filter(study=OUTER)
    studies = Study.objects.published().with_sources().with_picture().filter(slug=slug)
    return studies.annotate(published_in=rows_of(publications), changes_after=rows_of(changes))


def _named_by(study: Any) -> list[Any]:
    return [
        Topic.objects.published().filter(studies=study),
        Partner.objects.published().filter(studies=study),
        Collaboration.objects.published().filter(studies=study),
    ]


named_by = ready_listing(_named_by)
