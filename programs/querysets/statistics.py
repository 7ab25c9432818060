"""The questions pages ask of patient statistics."""

import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, Self

from django.db.models import Case, F, When
from django.utils.translation import gettext as _

from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import visible
from alima_site.editorial.related import OUTER, rows_of
from alima_site.editorial.sums import sum_of
from partners.models import Partner
from programs.querysets.disclosed import DisclosedQuerySet

# As it reports its own figures.
ALIMA = "ALIMA"

# Parts of parts of parts: a longer chain is refused when a statistic is saved.
CHAIN = 5


def same_count(row: Any) -> tuple[Any, ...]:
    """What two statistics have in common that count the same, whoever reports them."""
    return row.indicator_id, row.programme_id, row.place, row.period_start, row.period_end


class PatientStatisticQuerySet(DisclosedQuerySet):
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
