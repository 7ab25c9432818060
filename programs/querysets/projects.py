"""The questions pages ask of projects."""

from typing import Self

from alima_site.editorial.models import Topic
from alima_site.editorial.querysets import SourcedQuerySet
from alima_site.editorial.related import OUTER, rows_of
from partners.models import Partner


class ProjectQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public projects with sources, country, public partners and topics, the latest first."""
        return (
            self.published()
            .with_sources()
            .select_related("programme")
            .annotate(
                public_partners=rows_of(Partner.objects.published().filter(projects=OUTER)),
                public_topics=rows_of(Topic.objects.published().filter(projects=OUTER)),
            )
            .order_by("-start", "slug")
        )

    def for_index(self) -> Self:
        """Public projects with their country only, for lists of names."""
        return self.published().select_related("programme").order_by("-start", "slug")

    def in_several_countries(self) -> Self:
        return self.filter(programme=None)
