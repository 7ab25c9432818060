"""The alliance, its partners and its films in the words of schema.org."""

from collections.abc import Iterable
from typing import Any

from alima_site.delivery.reversing import reverse
from alima_site.editorial.structured_data import Thing, thing
from partners.models import AllianceFact, Episode, Partner

NAME = "ALIMA"
LEGAL_NAME = "The Alliance for International Medical Action"
WEBSITE = "https://alima.ngo/"
FOUNDED = "founded"  # the fact that says the year


def alima(
    members: Iterable[Partner] = (), places: Iterable[dict[str, str]] = (), founded: str = ""
) -> Thing:
    """The organisation itself, with the members of the alliance and the places on its map."""
    return thing(
        "NGO",
        name=NAME,
        legalName=LEGAL_NAME,
        url=WEBSITE,
        foundingDate=founded,
        areaServed=[
            thing("Country", name=each["name"], identifier=each["code"]) for each in places
        ],
        member=[
            thing(
                "NGO", name=each.acronym, alternateName=str(each.name), url=each.get_absolute_url()
            )
            for each in members
        ],
    )


def founding_year(facts: Iterable[AllianceFact]) -> str:
    return next((fact.shown_value for fact in facts if fact.slug == FOUNDED), "")


def website() -> Thing:
    """The portal, and how it is searched."""
    return thing(
        "WebSite",
        name=NAME,
        url=reverse("portal:home"),
        potentialAction=thing(
            "SearchAction",
            target=thing("EntryPoint", urlTemplate=reverse("portal:search") + "?q={query}"),
            **{"query-input": "required name=query"},
        ),
    )


def ngo(partner: Partner) -> Thing:
    is_member = partner.kind == Partner.Kind.MEMBER
    return thing(
        "NGO",
        name=partner.acronym,
        alternateName=str(partner.name),
        description=str(partner.role),
        url=partner.get_absolute_url(),
        foundingDate=str(partner.founded_year or ""),
        areaServed=country(partner.country),
        sameAs=partner.website,
        memberOf=alima() if is_member else None,
    )


def country(where: Any) -> Thing:
    return thing("Country", name=str(where.name), identifier=where.code)


def episode(record: Episode) -> Thing:
    return thing(
        "Episode",
        name=str(record.title),
        url=record.get_absolute_url(),
        episodeNumber=record.number,
        datePublished=record.released,
        partOfSeries=thing(
            "CreativeWorkSeries",
            name=str(record.series.title),
            url=record.series.get_absolute_url(),
        ),
        video=thing("VideoObject", name=str(record.title), contentUrl=record.video_url)
        if record.video_url
        else None,
    )
