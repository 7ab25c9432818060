from typing import Any, Self

from django.db.models import Case, F, When

from alima_site.editorial.models import FigureVersion, Topic
from alima_site.editorial.querysets import SourcedQuerySet
from alima_site.editorial.related import OUTER, rows_of


def related(records: Any, name: str) -> Any:
    """All records that a foreign key ties to the outer one, for `rows_of()`."""
    field = records.model._meta.get_field(name)
    return field.related_model.objects.filter(**{field.remote_field.name: OUTER})


class PartnerQuerySet(SourcedQuerySet):
    def members(self) -> Self:
        """The local NGOs of the alliance, in the order in which they joined, undated last."""
        return self.filter(kind="alliance-member").in_order_of_joining()

    def operational(self) -> Self:
        """Other NGOs a project was run with."""
        return self.exclude(kind="alliance-member").in_order_of_joining()

    def members_first(self) -> Self:
        """Members of the alliance, then the others, each in the order of joining."""
        others = Case(When(kind="alliance-member", then=0), default=1)
        return self.order_by(others, F("alliance_year").asc(nulls_last=True), "slug")

    def in_order_of_joining(self) -> Self:
        return self.order_by(F("alliance_year").asc(nulls_last=True), "slug")

    def with_logos(self) -> Self:
        return self.with_picture("logo")

    def for_page(self) -> Self:
        """A partner with the people, words and years that are public; no query beside its own."""
        people = related(self, "representatives").published().select_related("source")
        return (
            self.published()
            .with_sources()
            .with_topics()
            .with_ledger()
            .with_picture()
            .with_logos()
            .annotate(
                people=rows_of(people.order_by("slug")),
                voices_heard=rows_of(related(self, "voices").for_page()),
                countries=rows_of(related(self, "country_programmes").for_index()),
            )
        )

    def with_ledger(self) -> Self:
        """The public rows of each partner's ledger come along, with their sources."""
        return self.annotate(ledger_rows=rows_of(related(self, "ledger").for_page()))

    def with_topics(self) -> Self:
        topics = Topic.objects.published().filter(partner=OUTER)
        return self.annotate(public_topics=rows_of(topics.order_by("slug")))


class PrincipleQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        """Public blocks in their order, with their sources and the figures they print."""
        versions = FigureVersion.objects.published().filter(partnershipprinciple=OUTER)
        versions = versions.select_related("figure", "source").order_by("figure", "slug")
        return self.published().with_sources().annotate(public_figures=rows_of(versions))


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
