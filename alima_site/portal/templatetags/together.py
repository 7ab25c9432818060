"""What the pages of a country and of a partner draw from several rooms: who does what, and when."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import template
from django.db.models import Q

from alima_site.delivery.reversing import reverse
from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import at_once
from alima_site.portal.timeline.events import (
    Event,
    in_order,
    of_alliances,
    of_milestones,
    of_presences,
    of_studies,
)
from alima_site.portal.who_does_what.in_country import WITH_MINISTRIES, activities_in
from alima_site.portal.who_does_what.organisations import Organisation, by_organisation
from partners.models import AllianceFact
from research.models import Study

register = template.Library()

STUDIES = 8  # on the page of a country; all others are one link away


class Partnership(NamedTuple):
    organisations: list[Organisation]
    file: str
    studies: list[Any]
    has_more_studies: bool
    entries: list[dict[str, Any]]


@prepared
def facts_and_studies(country: Any) -> Any:
    """The facts that name a country, and the latest studies there."""
    named = Q(countries__contains=country) | Q(slug=WITH_MINISTRIES)
    here = Study.objects.published().filter(countries__contains=country).order_by("-start", "slug")
    studies = Study.objects.for_list().with_sources().with_organisations()
    return at_once(
        facts=AllianceFact.objects.for_page().filter(named),
        studies=studies.only_first(STUDIES, here),
    )


@register.simple_tag
def partnership_in(country: Any, projects: Iterable[Any]) -> Partnership:
    """Who does what in the country, and its part of the history; one query."""
    (found,) = facts_and_studies(country=country.country.code)
    facts, studies = list(found.facts), list(found.studies)
    milestones = [fact for fact in facts if fact.category == AllianceFact.Category.MILESTONE]
    events = [
        *of_presences([country]),
        *of_alliances(country.public_partners),
        *of_milestones(milestones),
        *of_studies(studies),
    ]
    activities = activities_in(country, projects, studies, facts)
    return Partnership(
        by_organisation(activities),
        f"{reverse('data_file', args=['who-does-what', 'csv'])}?country={country.slug}",
        studies,
        len(studies) == STUDIES,
        entries(events),
    )


@register.simple_tag
def history_with(partner: Any, studies: Iterable[Any]) -> list[dict[str, Any]]:
    """The partner's part of the history, in the countries it co-manages."""
    events = [
        *of_presences(partner.countries),
        *of_alliances([partner]),
        *of_milestones(partner.milestones),
        *of_studies(studies),
    ]
    return entries(events)


def entries(events: Iterable[Event]) -> list[dict[str, Any]]:
    return [event.entry for event in in_order(events)]
