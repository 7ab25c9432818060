"""What the page of a partner asks, ready to run."""

from typing import Any

from django.db.models import F, OuterRef

from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import rows_of
from partners.models import AllianceFact, Partner

# A page lists as many; all others are one link away.
STATISTICS, PROJECTS, STUDIES = 40, 10, 8


def tied(name: str) -> Any:
    """The records of another room that name partners, by the name of the relation."""
    return Partner._meta.get_field(name).related_model.objects  # type: ignore[union-attr]


@prepared
def partner_page(slug: Any) -> Any:
    """With the milestones of the alliance that name its country."""
    milestones = AllianceFact.objects.for_page().filter(
        category=AllianceFact.Category.MILESTONE, countries__contains=OuterRef("country")
    )
    return Partner.objects.for_page().annotate(milestones=rows_of(milestones)).filter(slug=slug)


@prepared
def projects_of(partner: Any) -> Any:
    """The latest."""
    theirs = tied("projects").for_index().filter(partners=partner)
    return tied("projects").for_list().only_first(PROJECTS, theirs)


@prepared
def statistics_of(partner: Any) -> Any:
    """The latest."""
    theirs = tied("statistics").published().filter(partners=partner)
    latest = theirs.order_by(F("period_start").desc(nulls_last=True), "slug")
    return tied("statistics").for_table().only_first(STATISTICS, latest)


@prepared
def studies_of(partner: Any) -> Any:
    """The latest."""
    theirs = tied("studies").published().filter(local_partners=partner).order_by("-start", "slug")
    return tied("studies").for_list().with_sources().only_first(STUDIES, theirs)
