from typing import Self

from django.db.models import F, Prefetch

from alima_site.editorial.querysets import SourcedQuerySet
from partners.models import Partner


class CountryProgrammeQuerySet(SourcedQuerySet):
    def with_partners(self) -> Self:
        """Programmes with their presences and the public partners who co-manage them."""
        return self.prefetch_related(
            "presences__source",
            Prefetch(
                "co_managed_with", Partner.objects.published(), to_attr="public_partners"
            ),
        )

    def for_index(self) -> Self:
        """The countries as lists show them; those with an alliance come first on the map."""
        return self.published().with_partners()


class ProjectQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public projects with country, public partners and topics, the latest start first."""
        return (
            self.published()
            .select_related("programme")
            .prefetch_related(
                "topics",
                Prefetch("partners", Partner.objects.published(), to_attr="public_partners"),
            )
            .order_by("-start", "slug")
        )

    def in_several_countries(self) -> Self:
        return self.filter(programme=None)


class PatientStatisticQuerySet(SourcedQuerySet):
    def for_table(self) -> Self:
        """Public statistics with all a table row names, the latest period first, undated last."""
        return (
            self.published()
            .with_sources()
            .select_related("indicator", "programme", "subset_of__indicator")
            .prefetch_related(
                Prefetch("conflicts_with", self.model._default_manager.published()),
            )
            .order_by(
                F("programme__slug").asc(nulls_last=True),
                F("period_start").desc(nulls_last=True),
                "slug",
            )
        )

    def countrywide(self) -> Self:
        """Values for a whole country, which alone may form a series by year."""
        return self.filter(place="", subset_of=None)
