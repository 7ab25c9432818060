"""The pages whose tables show a statistic."""

from collections.abc import Iterator
from typing import Any

from alima_site.editorial.where_used import Use
from programs.models import PatientStatistic


def in_tables(record: Any) -> Iterator[Use]:
    """The page of its indicator, of its country and of each public partner."""
    if isinstance(record, PatientStatistic):
        field = str(record._meta.verbose_name_plural)
        for page in (record.indicator, record.programme, *record.partners.published()):
            if page and page.is_published:
                yield Use(str(page), page.get_absolute_url(), field)
