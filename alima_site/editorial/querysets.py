"""The questions pages ask of any content, and of the records behind every number."""

import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, OuterRef, Q
from django.db.models.lookups import In
from django.utils import timezone

from alima_site.delivery import state as content_state
from alima_site.editorial.prepared import this_moment
from alima_site.editorial.related import OUTER, row_of, rows_of


def visible(model: type[models.Model], at: datetime.datetime, prefix: str = "") -> Q:
    """The condition under which a record, and what it must not appear without, is public."""
    condition = _shown(model, at, prefix)
    for name in getattr(model, "published_with", ()):
        field = model._meta.get_field(name)
        related = visible(field.related_model, at, f"{prefix}{name}__")  # type: ignore[arg-type]
        condition &= Q(**{f"{prefix}{name}": None}) | related if field.null else related
    return condition


def visible_of_many(model: type[models.Model], at: datetime.datetime) -> Q:
    """
    The same for a kind of which there are thousands: what a record must not appear without
    is not joined to each; those few that are hidden are found once.
    """
    condition = _shown(model, at)
    for name in getattr(model, "published_with", ()):
        other: Any = model._meta.get_field(name).related_model
        hidden = other._base_manager.exclude(visible(other, at)).values("pk")
        condition &= ~Q(**{f"{name}__in": hidden})
    return condition


def _shown(model: type[models.Model], at: datetime.datetime, prefix: str = "") -> Q:
    """The condition on the record itself."""
    condition = (
        Q(**{f"{prefix}state": "published"})
        & (Q(**{f"{prefix}publish_at": None}) | Q(**{f"{prefix}publish_at__lte": at}))
        & (Q(**{f"{prefix}expire_at": None}) | Q(**{f"{prefix}expire_at__gt": at}))
    )
    return condition & model.visible_when(at, prefix)  # type: ignore[attr-defined]


@models.BigAutoField.register_lookup
class Among(In):
    """
    `IN` a query that is asked first. PostgreSQL does not see for itself that it comes before
    joins, when there are more than eight, and joins all rows for a few.
    """

    lookup_name = "among"

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        key, of_key = self.process_lhs(compiler, connection)
        query, of_query = self.process_rhs(compiler, connection)
        return f"{key} = ANY (ARRAY{query})", (*of_key, *of_query)


class ContentQuerySet(models.QuerySet):
    def published(self, at: datetime.datetime | None = None) -> Self:
        """What the public may see at that moment (now, when not said). Everything asks this."""
        return self.filter(visible(self.model, at or this_moment()))

    def published_of_many(self) -> Self:
        """The same, to count thousands."""
        return self.filter(visible_of_many(self.model, this_moment()))

    def hidden(self) -> Self:
        """What the public may not see."""
        return self.exclude(visible(self.model, this_moment()))

    def with_picture(self, name: str = "photo") -> Self:
        """With the picture of that field as `public_photo`; None where nobody may see it."""
        pictures = self.model._meta.get_field(name).related_model.objects.published()  # type: ignore
        picture = row_of(pictures.filter(pk=OuterRef(f"{name}_id")))
        return self.annotate(**{f"public_{name}": picture})

    def only_first(self, most: int, chosen: models.QuerySet) -> Self:
        """
        Of these, the first of the chosen ones: which they are is found among bare records,
        so that nothing comes along for thousands of which a few are shown.
        """
        return self.filter(pk__among=chosen.values("pk")[:most])

    def anew(self) -> Self:
        """Without what it found out before, when a query that is ready runs again."""
        return self

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
        """Main and public further sources come along, for the line under each record."""
        field: Any = self.model._meta.get_field("further_sources")
        named = field.related_model.objects.filter(**{field.related_query_name(): OUTER})
        return self.select_related("source").annotate(further=rows_of(named.published()))


class PhotoQuerySet(ContentQuerySet):
    def consent_over(self) -> Self:
        """Pictures whose consent was withdrawn or has come to its end."""
        over = Q(consent_expires_on__lt=timezone.localdate())
        return self.filter(over | Q(consent_withdrawn_on__isnull=False))

    def consent_ending(self, days: int = 30) -> Self:
        """Pictures in use whose consent ends within so many days, the soonest first."""
        today = timezone.localdate()
        soon = (today, today + datetime.timedelta(days=days))
        return (
            self.exclude(state="archived")
            .filter(consent_expires_on__range=soon, consent_withdrawn_on=None)
            .order_by("consent_expires_on", "slug")
        )

    def without_alt(self) -> Self:
        """Photographs whose text for those who do not see them is still to be written."""
        return self.filter(Q(alt_fr="") | Q(alt_en=""), is_decorative=False, kind="photo").exclude(
            state="archived"
        )


class FigureVersionQuerySet(SourcedQuerySet):
    def newest_first(self) -> Self:
        """The current version, then by the date at which the figure was true, undated last."""
        return self.order_by("-is_current", F("as_of").desc(), "-value", "slug")


class FigureQuerySet(ContentQuerySet):
    def with_versions(self) -> Self:
        """Figures with their public versions and sources, in `public_versions`."""
        versions = self.model._meta.get_field("versions").related_model.objects.published()  # type: ignore
        versions = versions.filter(figure=OUTER).with_sources().newest_first()
        return self.annotate(public_versions=rows_of(versions))


class SourceQuerySet(ContentQuerySet):
    def matching(self, words: str) -> Self:
        """Sources whose title or publisher holds all the words."""
        found = self
        for word in words.split():
            found = found.filter(Q(title__icontains=word) | Q(publisher__icontains=word))
        return found
