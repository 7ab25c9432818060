"""The questions pages ask of any content, and of the records behind every number."""

import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from alima_site.delivery import state as content_state


def visible(model: type[models.Model], at: datetime.datetime, prefix: str = "") -> Q:
    """The condition under which a record, and what it must not appear without, is public."""
    condition = (
        Q(**{f"{prefix}state": "published"})
        & (Q(**{f"{prefix}publish_at": None}) | Q(**{f"{prefix}publish_at__lte": at}))
        & (Q(**{f"{prefix}expire_at": None}) | Q(**{f"{prefix}expire_at__gt": at}))
    )
    for name in getattr(model, "published_with", ()):
        field = model._meta.get_field(name)
        related = visible(field.related_model, at, f"{prefix}{name}__")  # type: ignore[arg-type]
        condition &= Q(**{f"{prefix}{name}": None}) | related if field.null else related
    return condition


class ContentQuerySet(models.QuerySet):
    def published(self, at: datetime.datetime | None = None) -> Self:
        """What the public may see at that moment (now, when not said). Everything asks this."""
        return self.filter(visible(self.model, at or timezone.now()))

    # What is written past the signals changes pages as well.

    def update(self, **values: Any) -> int:
        with transaction.atomic(using=self.db):
            content_state.touch(self.model)
            return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[Any]:
        with transaction.atomic(using=self.db):
            content_state.touch(self.model)
            return super().bulk_create(*args, **kwargs)


class SourcedQuerySet(ContentQuerySet):
    def with_sources(self) -> Self:
        """Main and further sources come along, for the line under each record."""
        return self.select_related("source").prefetch_related("further_sources")


class FigureVersionQuerySet(SourcedQuerySet):
    def newest_first(self) -> Self:
        """The current version, then by the date at which the figure was true, undated last."""
        return self.order_by("-is_current", F("as_of").desc(), "-value", "slug")


class FigureQuerySet(ContentQuerySet):
    def with_versions(self) -> Self:
        """Figures with their public versions and sources, in `public_versions`."""
        versions = self.model._meta.get_field("versions").related_model.objects.published()  # type: ignore
        return self.prefetch_related(
            Prefetch(
                "versions",
                versions.with_sources().newest_first(),
                to_attr="public_versions",
            )
        )


class SourceQuerySet(ContentQuerySet):
    def matching(self, words: str) -> Self:
        """Sources whose title or publisher holds all the words."""
        found = self
        for word in words.split():
            found = found.filter(Q(title__icontains=word) | Q(publisher__icontains=word))
        return found
