"""`[[stat:id]]`: a patient statistic in a text."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any

from alima_site.editorial import wording
from alima_site.editorial.token_kinds import Kind, Offer
from programs.models import PatientStatistic


class StatisticTokens(Kind):
    def find(self, codes: Collection[str]) -> dict[str, Any]:
        statistics = PatientStatistic.objects.published().select_related("indicator")
        return {record.slug: record for record in statistics.filter(slug__in=codes)}

    def words(self, record: Any) -> str:
        if record.value is None:
            return record.withheld_words
        return wording.quoted(record.value, record.indicator.unit, record.shown_qualifier)

    def url(self, record: Any, code: str) -> str:
        return record.get_absolute_url()

    def offers(self, values: Collection[Decimal]) -> list[Offer]:
        whole = [int(value) for value in values if value == int(value)]
        statistics = PatientStatistic.objects.published().select_related("indicator", "programme")
        return [
            Offer(
                Decimal(record.value),
                record.indicator.unit,
                f"[[stat:{record.slug}]]",
                str(record),
            )
            for record in statistics.filter(value__in=whole).order_by("slug")
            if record.value is not None
        ]
