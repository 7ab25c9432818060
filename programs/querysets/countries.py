"""The questions pages ask of countries."""

from typing import Any, Self

from django.db.models import Exists, F, OuterRef

from alima_site.editorial.querysets import SourcedQuerySet
from alima_site.editorial.related import OUTER, rows_of
from partners.models import Partner


class CountryProgrammeQuerySet(SourcedQuerySet):
    def with_partners(self) -> Self:
        """Programmes with the public partners who co-manage them, and their sources."""
        partners = Partner.objects.published().with_sources().filter(country_programmes=OUTER)
        return self.annotate(public_partners=rows_of(partners))

    def with_presences(self, *, sources: bool = True) -> Self:
        """When ALIMA was there, the earliest first, each with its source unless told."""
        presences: Any = self.model._meta.get_field("presences").related_model
        found = presences.objects.filter(programme=OUTER).order_by("start")
        return self.annotate(
            intervals=rows_of(found.select_related("source") if sources else found)
        )

    def for_map(self) -> Self:
        """Public countries as the map and cards show them: presences, whether with an alliance."""
        members = Partner.objects.published().members().filter(country_programmes=OuterRef("pk"))
        with_member = Exists(members.order_by())
        known = self.published().with_presences(sources=False)
        # A bare code: where there are many, an object for each country takes long.
        return known.annotate(with_member=with_member, code=F("country"))

    def for_index(self) -> Self:
        """The same with partners and sources."""
        return self.for_map().with_presences().with_partners()
