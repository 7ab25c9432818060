from typing import Self

from django.db.models import F

from alima_site.editorial.querysets import SourcedQuerySet


class PartnerQuerySet(SourcedQuerySet):
    def members(self) -> Self:
        """The local NGOs of the alliance, in the order in which they joined, undated last."""
        return self.filter(kind="alliance-member").in_order_of_joining()

    def operational(self) -> Self:
        """Other NGOs a project was run with."""
        return self.exclude(kind="alliance-member").in_order_of_joining()

    def in_order_of_joining(self) -> Self:
        return self.order_by(F("alliance_year").asc(nulls_last=True), "slug")

    def with_logos(self) -> Self:
        return self.with_picture("logo")

    def for_page(self) -> Self:
        page = self.published().with_sources().prefetch_related("topics")
        return page.with_picture().with_logos()


class VoiceQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        """Public quotations with their source, latest first, undated last."""
        return self.published().select_related("source", "topic").order_by("-date", "slug")


class FactQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        return self.published().with_sources().order_by("category", "date_from", "slug")
