import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, Self

from django.db.models import Case, Exists, F, OuterRef, Value, When
from django.db.models.query import ModelIterable
from django.utils.translation import gettext as _

from alima_site.editorial.models import Indicator, Topic
from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import SourcedQuerySet, visible, visible_of_many
from alima_site.editorial.related import OUTER, CountOf, rows_of
from alima_site.editorial.sums import sum_of
from partners.models import Partner
from programs.decision import Decision

# As it reports its own figures.
ALIMA = "ALIMA"


def same_count(row: Any) -> tuple[Any, ...]:
    """What two statistics have in common that count the same, whoever reports them."""
    return row.indicator_id, row.programme_id, row.place, row.period_start, row.period_end


# An indicator with more values than these has “more than” so many.
COUNTED = 50


def published_values() -> CountOf:
    """How many public values an indicator has, up to one more than are counted."""
    statistics: Any = Indicator._meta.get_field("statistics").related_model
    public = visible_of_many(statistics, this_moment())
    rows = statistics._base_manager.filter(public, indicator=OUTER).order_by()
    return CountOf(rows.values("pk")[: COUNTED + 1])


class CountryProgrammeQuerySet(SourcedQuerySet):
    def with_partners(self) -> Self:
        """Programmes with the public partners who co-manage them, and their sources."""
        partners = Partner.objects.published().with_sources().filter(country_programmes=OUTER)
        return self.annotate(public_partners=rows_of(partners))

    def with_presences(self, *, sources: bool = True) -> Self:
        """When ALIMA was there, the earliest first, each with its source unless told."""
        presences: Any = self.model._meta.get_field("presences").related_model
        found = presences.objects.filter(programme=OUTER).order_by("start")
        return self.annotate(
            intervals=rows_of(found.select_related("source") if sources else found)
        )

    def for_map(self) -> Self:
        """Public countries as the map and cards show them: presences, whether with an alliance."""
        members = Partner.objects.published().members().filter(country_programmes=OuterRef("pk"))
        with_member = Exists(members.order_by())
        known = self.published().with_presences(sources=False)
        # A bare code: where there are many, an object for each country takes long.
        return known.annotate(with_member=with_member, code=F("country"))

    def for_index(self) -> Self:
        """The same with partners and sources."""
        return self.for_map().with_presences().with_partners()


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
        rows = super().__iter__()
        # All at once, or as many as are in memory at a time.
        size = self.chunk_size if self.chunked_fetch else None
        while batch := list(islice(rows, size)):
            # A row of a query that does not ask is as one that says yes.
            telling = any(getattr(row, "some_are_small", True) for row in batch)
            indicators = {row.indicator_id for row in batch} if telling else set()
            named = [each for row in batch for each in (row, *row.disagreeing)]
            # What is read piece by piece comes to all periods in the end.
            asked = [] if size else named
            reasons = self.queryset.withheld(indicators, asked) if indicators else {}
            for each in named:
                each.disclose(reasons.get(each.pk, ""))
            yield from batch


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
        at = at or this_moment()
        condition = visible_of_many(self.model, at)
        public = self.filter(condition)
        if public.decision is None:
            everything = type(self)(self.model, using=self.db)
            public.decision = Decision(everything.filter(condition))
        public._iterable_class = DisclosedIterable
        return public

    def _values(self, *fields: str, **expressions: Any) -> Self:
        if self._iterable_class is DisclosedIterable and (not fields or "value" in fields):
            raise TypeError("Read public statistics as records: values() does not withhold any.")
        return super()._values(*fields, **expressions)

    def withheld(
        self, indicators: set[int] | None = None, rows: Sequence[Any] = ()
    ) -> dict[int, str]:
        """
        Why values are not shown, by key of the statistic; of all indicators, or at least
        of these rows of these indicators. Wants `published()`.
        """
        if self.decision is None and self._iterable_class is DisclosedIterable:
            self.decision = type(self)(self.model, using=self.db).published().decision
        return self.decision.reasons(indicators, rows) if self.decision else {}

    def anew(self) -> Self:
        self.decision = None
        return self

    def for_study(self) -> Self:
        """
        Public statistics with all a table row names but partners and further sources, the
        latest period first, undated last.
        """
        now = this_moment()
        # Not disclosed by themselves: the row they come along with does it.
        others = type(self)(self.model).filter(visible(self.model, now)).order_by("slug")
        disagreeing = others.filter(conflicts_with=OUTER).select_related("indicator", "source")
        return (
            self.published(now)
            .with_a_word_on_small_counts()
            .with_wholes(now)
            .select_related("indicator", "programme", "source")
            .annotate(disagreeing=rows_of(disagreeing))
            .order_by(
                F("programme__slug").asc(nulls_last=True),
                F("period_start").desc(nulls_last=True),
                "slug",
            )
        )

    def for_table(self) -> Self:
        """The same with partners and further sources."""
        partners = Partner.objects.published().filter(statistics=OUTER)
        return self.for_study().with_sources().annotate(public_partners=rows_of(partners))

    def with_a_word_on_small_counts(self) -> Self:
        """Whether there are any at all, so that nothing more is asked where there are none."""
        if self.decision is None:
            return self.annotate(some_are_small=Value(False))
        small, rates = self.decision.small_counts(), self.decision.small_rates()
        return self.annotate(
            some_are_small=Case(When(Exists(small) | Exists(rates), then=True), default=False)
        )

    def with_wholes(self, at: datetime.datetime) -> Self:
        """
        The keys of the wholes of the wholes come along, for `wholes`; and what a page says
        of the whole, where the public may see it, for `public_whole`.
        """
        names = {f"whole_{n}": "__".join(["subset_of"] * n) + "_id" for n in range(2, CHAIN + 1)}
        shown = When(visible(self.model, at, "subset_of__"), then=F("subset_of__slug"))
        named = ("slug", "name_fr", "name_en")
        return self.annotate(
            whole_slug=Case(shown),
            **{name: F(path) for name, path in names.items()},
            **{f"whole_indicator_{name}": F(f"subset_of__indicator__{name}") for name in named},
        )

    def for_chart(self) -> Self:
        """Public statistics with what a chart and the table beside it name."""
        public = self.published().with_a_word_on_small_counts()
        return public.select_related("indicator", "source")

    def for_explorer(self) -> Self:
        """As `for_table()`, by country and then by indicator."""
        return self.for_table().by_place()

    def by_place(self) -> Self:
        """By country, then by indicator, the latest period first."""
        return self.order_by(
            F("programme__slug").asc(nulls_last=True),
            "indicator__slug",
            F("period_start").desc(nulls_last=True),
            "slug",
        )

    def by_key(self) -> Self:
        """By country and indicator as an index has them, where there are too many to sort."""
        return self.order_by("programme_id", "indicator_id", "pk")

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
