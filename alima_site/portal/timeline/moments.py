"""When something happened, before its record is read: of all dated events the public may see."""

from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from alima_site.editorial.prepared import prepared
from partners.models import AllianceFact, Partner
from partners.models.ledger import FIRST_YEAR
from programs.models import CountryProgramme, Presence
from research.models import Collaboration, Study

UNDATED = 40
KINDS = ("presence", "alliance", "milestone", "research")


class Moment(NamedTuple):
    """A dated event before its record is read: of which kind, when, where, of which record."""

    start: str
    kind: str
    countries: str
    of: str
    key: int

    @property
    def codes(self) -> list[str]:
        return self.countries.split(",") if self.countries else []


def moments() -> list[Moment]:
    """Of all dated events from what is public, the earliest first; one query."""
    found = [Moment(*row) for row in _moments()]
    # A year or a month comes as its first day does, and there may be thousands.
    return sorted(found, key=lambda each: (f"{each.start}-01-01"[:10], KINDS.index(each.kind)))


@prepared
def _moments() -> QuerySet:
    public = CountryProgramme.objects.published().order_by().values("pk")
    presences = Presence.objects.filter(programme__in=public)
    members = Partner.objects.published().members()
    first, *others = (
        _columns("presence", presences.exclude(start=""), "start", "programme__country"),
        _columns("alliance", members.exclude(alliance_year=None), "alliance_year", "country"),
        _columns("milestone", milestones().exclude(date_from=""), "date_from", "countries"),
        _columns("research", Study.objects.published().exclude(start=""), "start", "countries"),
        _columns("research", _begun_with_alima(), "since", ""),
    )
    return first.union(*others, all=True)


def milestones() -> QuerySet:
    return AllianceFact.objects.for_page().filter(category=AllianceFact.Category.MILESTONE)


def _begun_with_alima() -> QuerySet:
    return Collaboration.objects.published().filter(since__gte=str(FIRST_YEAR))


def _columns(kind: str, records: QuerySet, start: str, countries: str) -> QuerySet:
    where: Any = F(countries) if countries else Value("")
    columns = {
        "starts": Cast(start, CharField()),
        "of_kind": Value(kind, CharField()),
        "where": Cast(where, CharField()),
        "of": Value(records.model._meta.model_name, CharField()),
        "key": F("pk"),
    }
    return records.order_by().annotate(**columns).values_list(*columns)


def undated() -> list[Any]:
    """Members of the alliance whose beginning nobody has published: no line could hold them."""
    return list(Partner.objects.published().members().filter(alliance_year=None)[:UNDATED])
