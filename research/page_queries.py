"""What the page of a study asks, ready to run."""

from typing import Any

from alima_site.editorial.listing import ready_listing
from alima_site.editorial.models import Topic
from alima_site.editorial.prepared import prepared
from partners.models import Partner
from research.models import Collaboration, PracticeChange, Publication, Study


@prepared
def study_page(slug: Any) -> Any:
    return Study.objects.published().with_sources().with_picture().filter(slug=slug)


@prepared
def changes_after(study: Any) -> Any:
    return PracticeChange.objects.for_chain().with_sources().filter(study=study)


@prepared
def publications_of(study: Any) -> Any:
    return Publication.objects.for_list().with_sources().filter(study=study)


def _named_by(study: Any) -> list[Any]:
    return [
        Topic.objects.published().filter(studies=study),
        Partner.objects.published().filter(studies=study),
        Collaboration.objects.published().filter(studies=study),
    ]


named_by = ready_listing(_named_by)
