from typing import Self

from django.db.models import F

from alima_site.editorial.models import Topic
from alima_site.editorial.querysets import SourcedQuerySet
from alima_site.editorial.related import OUTER, rows_of


class PartnerQuerySet(SourcedQuerySet):
    def members(self) -> Self:
        """The local NGOs of the alliance, in the order in which they joined, undated last."""
        return self.filter(kind="alliance-member").in_order_of_joining()

    def operational(self) -> Self:
        """Other NGOs a project was run with."""
        return self.exclude(kind="alliance-member").in_order_of_joining()

    def in_order_of_joining(self) -> Self:
        return self.order_by(F("alliance_year").asc(nulls_last=True), "slug")

    def for_page(self) -> Self:
        return self.published().with_sources().with_topics()

    def with_topics(self) -> Self:
        topics = Topic.objects.published().filter(partner=OUTER)
        return self.annotate(public_topics=rows_of(topics.order_by("slug")))


class LedgerQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        """Public rows with their partner and sources, the latest year first."""
        rows = self.published().with_sources().select_related("partner")
        return rows.order_by("partner__slug", "measure", "currency", "-year", "slug")


class VoiceQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        """Public quotations with their source, latest first, undated last."""
        return self.published().select_related("source", "topic").order_by("-date", "slug")


class FactQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        return self.published().with_sources().order_by("category", "date_from", "slug")
