"""What the page of a partner asks, ready to run."""

from typing import Any

from alima_site.editorial.prepared import prepared
from partners.models import AllianceFact, Partner


def tied(name: str) -> Any:
    """The records of another room that name partners, by the name of the relation."""
    return Partner._meta.get_field(name).related_model.objects  # type: ignore[union-attr]


@prepared
def partner_page(slug: Any) -> Any:
    return Partner.objects.for_page().filter(slug=slug)


@prepared
def projects_of(partner: Any) -> Any:
    return tied("projects").for_list().filter(partners=partner)


@prepared
def statistics_of(partner: Any) -> Any:
    return tied("statistics").for_table().filter(partners=partner)


@prepared
def studies_of(partner: Any) -> Any:
    return tied("studies").for_list().with_sources().filter(local_partners=partner)


@prepared
def milestones_in(country: Any) -> Any:
    """The milestones of the alliance that name a country."""
    milestones = AllianceFact.objects.for_page().filter(category=AllianceFact.Category.MILESTONE)
    return milestones.filter(countries__contains=country)
