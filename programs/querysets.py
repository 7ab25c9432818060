import datetime
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, starmap
from operator import attrgetter
from typing import Any, Self

from django.db.models import Exists, F, Q
from django.db.models.query import ModelIterable
from django.utils import timezone
from django.utils.translation import gettext as _

from alima_site.editorial.models import Topic, threshold_of
from alima_site.editorial.querysets import SourcedQuerySet, visible
from alima_site.editorial.related import OUTER, rows_of
from alima_site.editorial.sums import sum_of
from partners.models import Partner
from programs import disclosure

# As it reports its own figures.
ALIMA = "ALIMA"


def same_count(row: Any) -> tuple[Any, ...]:
    """What two statistics have in common that count the same, whoever reports them."""
    return row.indicator_id, row.programme_id, row.place, row.period_start, row.period_end


class CountryProgrammeQuerySet(SourcedQuerySet):
    def with_partners(self) -> Self:
        """Programmes with their presences and the public partners who co-manage them."""
        partners = Partner.objects.published().with_sources().filter(country_programmes=OUTER)
        return self.with_presences().annotate(public_partners=rows_of(partners))

    def with_presences(self) -> Self:
        """When ALIMA was there, the earliest first, each with its source."""
        presences: Any = self.model._meta.get_field("presences").related_model
        found = presences.objects.filter(programme=OUTER).order_by("start")
        return self.annotate(intervals=rows_of(found.select_related("source")))

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


# Parts of parts of parts: a longer chain is refused when a statistic is saved.
CHAIN = 5


class DisclosedIterable(ModelIterable):
    """Statistics as the public may see them: a value that would tell of a few people is gone."""

    queryset: "PatientStatisticQuerySet"

    def __iter__(self) -> Iterator[Any]:
        reasons = self.queryset.withheld()
        for row in super().__iter__():
            for each in (row, *row.whole, *row.disagreeing):
                each.disclose(reasons.get(each.pk, ""))
            yield row


class Decision:
    """Which values are withheld, and why. One query, when the first record is read."""

    def __init__(self, public: "PatientStatisticQuerySet") -> None:
        self.public = public

    @cached_property
    def reasons(self) -> dict[int, str]:
        rows = self.public.that_decide().values_list(*disclosure.FIELDS)
        return disclosure.withheld(starmap(disclosure.Counted, rows.iterator()))


class PatientStatisticQuerySet(SourcedQuerySet):
    # Shared by all querysets that derive from one another, so that it is taken once.
    decision: Decision | None = None

    def _clone(self) -> Self:
        clone = super()._clone()
        clone.decision = self.decision
        return clone

    def published(self, at: datetime.datetime | None = None) -> Self:
        """
        What the public may see, as records: small counts, and what they could be worked
        out from, have no value (see disclosure.py). Values are never read past that.
        """
        at = at or timezone.now()
        public = super().published(at)
        if public.decision is None:
            everything = type(self)(self.model, using=self.db)
            public.decision = Decision(everything.filter(visible(self.model, at)))
        public._iterable_class = DisclosedIterable
        return public

    def _values(self, *fields: str, **expressions: Any) -> Self:
        if self._iterable_class is DisclosedIterable and (not fields or "value" in fields):
            raise TypeError("Read public statistics as records: values() does not withhold any.")
        return super()._values(*fields, **expressions)

    def withheld(self) -> dict[int, str]:
        """Why values are not shown, by key of the statistic. Wants `published()`."""
        return self.decision.reasons if self.decision else {}

    def that_decide(self) -> Self:
        """
        Of these, all that the values withheld can depend on: none where no count is
        small, else those of the same indicators, and those with a part or a whole.
        """
        known = self.annotate(threshold=threshold_of("indicator__"))
        small = known.filter(
            Q(value__gt=0, value__lt=F("threshold"))
            | Q(indicator__unit="%", value__gt=0, subset_of__isnull=False)
        )
        parts = self.exclude(subset_of=None)
        tied = Q(indicator__in=parts.values("indicator")) | Q(
            indicator__in=parts.values("subset_of__indicator")
        )
        return known.filter(
            Q(indicator__in=small.values("indicator")) | (Exists(small) & tied)
        ).order_by()

    def for_table(self) -> Self:
        """Public statistics with all a table row names, the latest period first, undated last."""
        # Not disclosed by themselves: the row they come along with does it.
        visible_now = visible(self.model, timezone.now())
        others = type(self)(self.model).filter(visible_now).order_by("slug")
        others = others.select_related("indicator", "source")
        return (
            self.published()
            .with_sources()
            .with_wholes()
            .select_related("indicator", "programme")
            .annotate(
                public_partners=rows_of(Partner.objects.published().filter(statistics=OUTER)),
                whole=rows_of(others.filter(subsets=OUTER)),
                disagreeing=rows_of(others.filter(conflicts_with=OUTER)),
            )
            .order_by(
                F("programme__slug").asc(nulls_last=True),
                F("period_start").desc(nulls_last=True),
                "slug",
            )
        )

    def with_wholes(self) -> Self:
        """The wholes of the wholes come along, for `wholes`."""
        names = {f"whole_{n}": "__".join(["subset_of"] * n) + "_id" for n in range(2, CHAIN + 1)}
        return self.annotate(**{name: F(path) for name, path in names.items()})

    def for_chart(self) -> Self:
        """Public statistics with what a chart and the table beside it name."""
        return self.published().select_related("indicator", "source")

    def for_explorer(self) -> Self:
        """As `for_table()`, by country and then by indicator."""
        return self.for_table().order_by(
            F("programme__slug").asc(nulls_last=True),
            "indicator__slug",
            F("period_start").desc(nulls_last=True),
            "slug",
        )

    def by_country(self) -> list[dict[str, Any]]:
        """The rows of `for_table()` in groups with their sums, for the statistics table."""
        return [
            {
                "title": programme.name if programme else _("All countries"),
                "url": programme.get_absolute_url() if programme else "",
                "rows": (listed := list(rows)),
                "sum": sum_of(listed) if len(listed) > 1 else None,
            }
            for programme, rows in groupby(self, key=attrgetter("programme"))
        ]

    def side_by_side(self) -> list[tuple[Any, Any]]:
        """
        The rows of `for_table()` that another organisation reported, each with ALIMA's value
        for the same: one that disagrees, or of the same indicator, period and place.
        """
        rows: list[Any] = list(self)
        ours = {same_count(row): row for row in rows if row.reported_by == ALIMA}
        pairs = []
        for row in rows:
            if row.reported_by != ALIMA:
                beside = [o for o in row.disagreeing if o.reported_by == ALIMA]
                beside += [ours[same_count(row)]] if same_count(row) in ours else []
                pairs += [(row, other) for other in dict.fromkeys(beside)]
        return pairs

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
