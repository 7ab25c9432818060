"""
From a study to care: its publications, the guidelines and practices that took
it up, and what was counted under them, each with date and source, as far as
content documents it.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.listing import with_further_sources
from alima_site.editorial.models import Indicator, Source
from alima_site.editorial.templatetags.wording import amount, text
from research.models import PracticeChange, Publication, Study

MOST = 40  # statistics of a study
Entry = dict[str, Any]


def statistics_of(records: Iterable[Any]) -> dict[Any, list[Any]]:
    """
    For each study or practice: the statistics of its indicator that rest on one
    of its own sources. This room does not know where statistics live; it reaches
    them from their indicator.
    """
    everything = list(records)
    counted = [record for record in everything if getattr(record, "indicator_id", None)]
    rows = list(_resting_on(counted)) if counted else []
    with_further_sources(rows)
    return {record: [row for row in rows if belongs(row, record)] for record in counted}


def _resting_on(counted: list[Any]) -> Any:
    statistics: Any = Indicator._meta.get_field("statistics").related_model
    named = Q(pk__in=[record.source_id for record in counted])
    for model in {type(record) for record in counted}:
        keys = [record.pk for record in counted if type(record) is model]
        named |= Q(pk__in=model.further_sources.through.objects.filter(
            **{f"{model._meta.model_name}__in": keys}).values("source"))  # fmt: skip
    sources = Source.objects.published().filter(named)
    return (
        statistics.objects.for_study()
        .filter(indicator__in={record.indicator_id for record in counted})
        .filter(Q(source__in=sources) | Q(further_sources__in=sources))
        .distinct()[:MOST]
    )


def belongs(row: Any, record: Any) -> bool:
    same_source = set(row.public_sources) & set(record.public_sources)
    return row.indicator_id == record.indicator_id and bool(same_source)


def as_group(rows: list[Any]) -> list[dict[str, Any]]:
    """The statistics of one record as the statistics table takes them."""
    if not rows:
        return []
    indicator = rows[0].indicator
    return [{"title": indicator.name, "url": indicator.get_absolute_url(), "rows": rows}]


def chain(
    study: Study,
    publications: Iterable[Publication],
    changes: Iterable[PracticeChange],
    statistics: dict[Any, list[Any]],
) -> list[Entry]:
    """The links in their order, as the timeline takes them; empty when nothing follows."""
    links = [publication_link(publication) for publication in oldest_first(publications)]
    for change in changes:
        rows = sorted(statistics.get(change, []), key=lambda row: str(row.period_start or ""))
        links += [change_link(change), *map(statistic_link, rows)]
    return [study_link(study), *links] if links else []


def oldest_first(publications: Iterable[Publication]) -> list[Publication]:
    return sorted(publications, key=lambda each: each.published or str(each.year or "9999"))


def study_link(study: Study) -> Entry:
    return {
        "date": wording.period(study.start, study.end) or _("undated"),
        "kind": _("Study"),
        "title": study.short_title,
        "record": study,
    }


def publication_link(publication: Publication) -> Entry:
    date = publication.published or str(publication.year or "")
    return {
        "date": wording.partial_date(date) if date else _("undated"),
        "kind": _("Publication"),
        "title": publication.title,
        "lang": publication.language,
        "url": publication.get_absolute_url(),
        "text": " · ".join(filter(None, [publication.get_kind_display(), publication.journal])),
        "remark": _("title summarised") if publication.title_is_summarised else "",
        "record": publication,
    }


def change_link(change: PracticeChange) -> Entry:
    """Where nobody dates the change, the date of the document that tells of it."""
    date = change.date and wording.partial_date(change.date)
    told = change.source.published and wording.partial_date(change.source.published)
    return {
        "date": date or (_("documented in %(date)s") % {"date": told} if told else _("undated")),
        "id": change.slug,
        "kind": change.get_kind_display().capitalize(),
        "title": text(change, "title"),
        "text": text(change, "note"),
        "record": change,
    }


def statistic_link(row: Any) -> Entry:
    return {
        "date": wording.counted_period(row.period_start, row.period_end) or _("undated"),
        "kind": _("Figure"),
        "title": wording.labelled(row.indicator.name, amount(row)),
        "url": row.get_absolute_url(),
        "text": text(row, "hint"),
        "record": row,
    }
