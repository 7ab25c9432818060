from typing import Self

from django.db.models import Case, F, When

from alima_site.editorial.querysets import SourcedQuerySet

ALLIANCES = [
    "research platform",
    "research consortium",
    "research programme",
    "operational research project",
    "capacity project",
]


class CollaborationQuerySet(SourcedQuerySet):
    def for_index(self) -> Self:
        """Public collaborations, the oldest first, undated last."""
        return self.published().order_by(Case(When(since="", then=1), default=0), "since", "slug")

    def alliances(self) -> Self:
        """Where several institutions join: platforms, consortia, programmes, projects."""
        return self.filter(kind__in=ALLIANCES)

    def institutes(self) -> Self:
        """Single institutions."""
        return self.exclude(kind__in=ALLIANCES)


class StudyQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public studies with their diseases, the latest first, undated last."""
        return self.published().prefetch_related("diseases").order_by("-start", "slug")


class PublicationQuerySet(SourcedQuerySet):
    def for_list(self) -> Self:
        """Public publications with their study, the latest first."""
        return (
            self.published()
            .select_related("study")
            .order_by(F("year").desc(nulls_last=True), "-published", "slug")
        )
