from itertools import groupby
from operator import attrgetter
from typing import Any, Self

from django.db.models import F, Prefetch
from django.utils.translation import gettext as _

from alima_site.editorial.querysets import SourcedQuerySet
from partners.models import Partner


class CountryProgrammeQuerySet(SourcedQuerySet):
    def with_partners(self) -> Self:
        """Programmes with their presences and the public partners who co-manage them."""
        return self.prefetch_related(
            "presences__source",
            Prefetch("co_managed_with", Partner.objects.published(), to_attr="public_partners"),
        )

    def for_index(self) -> Self:
        """The countries as lists show them; those with an alliance come first on the map."""
        return self.published().with_partners()


class ProjectQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public projects with sources, country, public partners and topics, the latest first."""
        return (
            self.published()
            .with_sources()
            .select_related("programme")
            .prefetch_related(
                "topics",
                Prefetch("partners", Partner.objects.published(), to_attr="public_partners"),
            )
            .order_by("-start", "slug")
        )

    def for_index(self) -> Self:
        """Public projects with their country only, for lists of names."""
        return self.published().select_related("programme").order_by("-start", "slug")

    def in_several_countries(self) -> Self:
        return self.filter(programme=None)


class PatientStatisticQuerySet(SourcedQuerySet):
    def for_table(self) -> Self:
        """Public statistics with all a table row names, the latest period first, undated last."""
        return (
            self.published()
            .with_sources()
            .select_related("indicator", "programme")
            .prefetch_related(
                Prefetch(
                    "subset_of",
                    self.model.objects.published().select_related("indicator"),  # type: ignore
                ),
                Prefetch("partners", Partner.objects.published(), to_attr="public_partners"),
                Prefetch(
                    "conflicts_with",
                    self.model.objects.published().select_related("indicator"),  # type: ignore
                ),
            )
            .order_by(
                F("programme__slug").asc(nulls_last=True),
                F("period_start").desc(nulls_last=True),
                "slug",
            )
        )

    def for_chart(self) -> Self:
        """Public statistics with what a chart and the table beside it name."""
        return self.published().select_related("indicator", "source")

    def by_country(self) -> list[dict[str, Any]]:
        """The rows of `for_table()` in groups, as the statistics table takes them."""
        return [
            {
                "title": programme.name if programme else _("All countries"),
                "url": programme.get_absolute_url() if programme else "",
                "rows": list(rows),
            }
            for programme, rows in groupby(self, key=attrgetter("programme"))
        ]

    def by_indicator(self) -> list[dict[str, Any]]:
        """The same in one group an indicator, whatever the country."""
        rows = sorted(self, key=attrgetter("indicator.slug"))
        return [
            {
                "title": indicator.name,
                "url": indicator.get_absolute_url(),
                "rows": list(group),
            }
            for indicator, group in groupby(rows, key=attrgetter("indicator"))
        ]
