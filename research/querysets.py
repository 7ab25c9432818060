import datetime
from typing import Any, Self

from django.db.models import Case, F, Prefetch, Q, Value, When
from django.db.models.functions import Left, Length
from django.utils import timezone

from alima_site.editorial.models import Topic
from alima_site.editorial.querysets import SourcedQuerySet
from alima_site.editorial.related import OUTER, rows_of
from partners.models import Partner

# Kinds in which several institutions join; the others are single institutions.
ALLIANCES = [
    "research platform",
    "research consortium",
    "research programme",
    "operational research project",
    "capacity project",
]


def a_year_before(day: datetime.date) -> str:
    """The same day of the year before, as ISO text to compare partial dates with."""
    return f"{day.year - 1}-{day:%m-%d}"


class CollaborationQuerySet(SourcedQuerySet):
    def for_index(self) -> Self:
        """Public collaborations, the oldest first, undated last."""
        return self.published().order_by(Case(When(since="", then=1), default=0), "since", "slug")

    def with_members(self) -> Self:
        """Members come along with their own records."""
        members = self.model._meta.get_field("memberships").related_model.objects  # type: ignore
        return self.prefetch_related(Prefetch("memberships", members.select_related("institution")))


class StudyQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public studies with their diseases, the latest first, undated last."""
        return self.published().with_diseases().order_by("-start", "slug")

    def with_diseases(self) -> Self:
        topics = Topic.objects.published().filter(studies=OUTER)
        return self.annotate(public_topics=rows_of(topics.order_by("slug")))

    def with_organisations(self) -> Self:
        """The public partners and collaborations a study is done with come along."""
        allies: Any = self.model._meta.get_field("collaborations").related_model
        return self.annotate(
            public_partners=rows_of(Partner.objects.published().filter(studies=OUTER)),
            public_allies=rows_of(allies.objects.published().filter(studies=OUTER)),
        )

    def result_due(self, today: datetime.date | None = None) -> Self:
        """
        For staff: studies that ended twelve months ago or earlier and have no
        result recorded. One that ended in a month or a year ran to its last day.
        """
        limit = a_year_before(today or timezone.localdate())
        without_result = self.exclude(end="").filter(main_result_fr="", main_result_en="")
        return without_result.filter(
            Q(end__lt=Left(Value(limit), Length("end"))) | Q(end=limit)
        ).exclude(state="archived")


class PublicationQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public publications with their study, the latest first."""
        return (
            self.published()
            .select_related("study")
            .order_by(F("year").desc(nulls_last=True), "-published", "slug")
        )


class PracticeChangeQuerySet(SourcedQuerySet):
    def for_chain(self) -> Self:
        """Public changes with their main source, the oldest first."""
        return self.published().select_related("source", "study").order_by("date", "slug")
