"""Events with their records: each with its date, its title and its sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.dates import first_day
from alima_site.editorial.related import at_once
from alima_site.portal.timeline.moments import KINDS, Moment
from partners.models import AllianceFact, Partner
from partners.models.ledger import FIRST_YEAR
from programs.models import CountryProgramme
from research.models import Collaboration, Study


@dataclass(frozen=True)
class Event:
    """What happened, when and where; `record` has the sources."""

    kind: str
    start: str
    date: str
    title: str
    url: str
    record: Any
    countries: tuple[str, ...] = ()
    text: str = ""

    @property
    def entry(self) -> dict[str, Any]:
        """As the timeline takes it."""
        names = {
            "presence": _("In the field"),
            "alliance": _("Alliance"),
            "milestone": _("Milestone"),
            "research": _("Research"),
        }
        return {
            "date": self.date,
            "kind": names[self.kind],
            "mark": self.kind,
            "title": self.title,
            "url": self.url,
            "text": self.text,
            "remark": _("inferred") if getattr(self.record, "is_inferred", False) else "",
            "record": self,
        }

    @property
    def public_sources(self) -> list[Any]:
        """The main source; the others stand with the record."""
        return self.record.public_sources[:1]


def events(moments: Iterable[Moment]) -> list[Event]:
    """These with their records, in their order; two queries."""
    # No key is 0: a kind of which there is none is asked for like the others.
    keys: dict[str, set[int]] = defaultdict(lambda: {0})
    for each in moments:
        keys[each.of].add(each.key)
    presences = keys["presence"]
    there = CountryProgramme.objects.for_index().filter(presences__in=presences).distinct()
    (others,) = at_once(
        partners=Partner.objects.with_sources().filter(pk__in=keys["partner"]),
        facts=AllianceFact.objects.with_sources().filter(pk__in=keys["alliancefact"]),
        studies=Study.objects.with_sources().filter(pk__in=keys["study"]),
        allies=Collaboration.objects.with_sources().filter(pk__in=keys["collaboration"]),
    )
    found = [
        *(event for event in of_presences(there) if event.record.pk in presences),
        *of_alliances(others.partners),
        *of_milestones(others.facts),
        *of_studies(others.studies),
        *of_collaborations(others.allies),
    ]
    return in_order(found)


def in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: (first_day(event.start), KINDS.index(event.kind)))


def of_presences(countries: Iterable[Any]) -> Iterator[Event]:
    """Each presence of a country. Wants `with_presences()`."""
    for country in countries:
        for n, presence in enumerate(country.intervals):
            words = _("ALIMA comes back") if n else _("ALIMA begins to work there")
            yield Event(
                "presence",
                presence.start,
                wording.period(presence.start, presence.end),
                wording.labelled(country.name, words),
                country.get_absolute_url(),
                presence,
                (country.country.code,),
                str(presence.note),
            )


def of_alliances(partners: Iterable[Any]) -> Iterator[Event]:
    for partner in partners:
        if partner.alliance_year:
            title = _("%(partner)s and ALIMA begin to work together") % {"partner": partner}
            yield Event(
                "alliance",
                str(partner.alliance_year),
                str(partner.alliance_year),
                title,
                partner.get_absolute_url(),
                partner,
                (partner.country.code,),
            )


def of_milestones(facts: Iterable[Any]) -> Iterator[Event]:
    for fact in facts:
        if fact.date_from:
            yield Event(
                "milestone",
                fact.date_from,
                fact.when,
                str(fact.label),
                fact.get_absolute_url(),
                fact,
                tuple(country.code for country in fact.countries),
            )


def of_studies(studies: Iterable[Any]) -> Iterator[Event]:
    for study in studies:
        if study.start:
            yield Event(
                "research",
                study.start,
                # A study without a published end is not known to go on.
                wording.period(study.start, study.end or study.start),
                wording.labelled(study.short_title, study.title),
                study.get_absolute_url(),
                study,
                tuple(country.code for country in study.countries),
            )


def of_collaborations(collaborations: Iterable[Any]) -> Iterator[Event]:
    """Those that began with ALIMA or after it; a collaboration names no country of work."""
    for each in collaborations:
        if each.since >= str(FIRST_YEAR):
            title = wording.labelled(each.get_kind_display().capitalize(), each.short_name)
            yield Event(
                "research",
                each.since,
                wording.period(each.since, each.until),
                title,
                each.get_absolute_url(),
                each,
            )
