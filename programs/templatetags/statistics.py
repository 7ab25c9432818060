"""
The lines of a statistics table. There may be dozens on a page, and a template of its own for
each took a third of the time of a country's page: so they are put together here.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.templatetags.wording import amount, period_of, text
from programs.querysets.statistics import ALIMA

register = template.Library()

BREAK, DOT = mark_safe("<br>"), " · "


@register.simple_tag
def statistic_rows(rows: Iterable[Any], anchors: bool = False) -> SafeString:
    """Rows of `for_table()`; with anchors each is the place that links to it lead to."""
    return mark_safe("\n".join(_line(row, bool(anchors)) for row in rows))  # noqa: S308  (of lines)


def _line(row: Any, anchors: bool) -> SafeString:
    return format_html(
        '<tr{}><td>{} {}</td><td class="figures-table__number">{}</td><td>{}</td><td>{}</td></tr>',
        format_html(' id="{}"', row.slug) if anchors else "",
        period_of(row),
        badge("inferred", row.period_remark) if row.period_remark else "",
        amount(row) if anchors else _linked(row),
        format_html_join("", "{}{}", _counted(row)),
        _sources(row),
    )


def _linked(row: Any) -> SafeString:
    link = '<a href="{}" data-short="{}">{}</a>'
    return format_html(link, row.get_absolute_url(), row.short_path, amount(row))


def badge(kind: str, words: Any) -> SafeString:
    """As components/badge.html."""
    return format_html('<span class="badge badge--{}">{}</span>', kind, words)


def _counted(row: Any) -> Iterator[tuple[Any, Any]]:
    """What was counted, by whom, and what to know of it; each part with what stands before it."""
    if row.withheld:
        told = '<span class="figures-table__withheld">{}</span>'
        yield "", format_html(told, row.withheld_reason)
    else:
        yield "", text(row, "hint")
    if row.place:
        yield DOT, wording.listed(row.place)
    yield from ((DOT, partner.acronym) for partner in getattr(row, "public_partners", ()))
    if row.reported_by != ALIMA:
        yield BREAK, _("reported by %(who)s") % {"who": row.reported_by}
    if whole := row.public_whole:
        sentence = format_html(
            _('part of <a href="%(url)s">%(whole)s</a>')
            .replace("%(url)s", "{url}")
            .replace("%(whole)s", "{whole}"),
            url=whole.get_absolute_url(),
            whole=whole.indicator.name,
        )
        yield BREAK, sentence
    for other in row.disagreeing:
        link = '{} <a href="{}">{}</a>, {}, {}'
        named = (other.get_absolute_url(), amount(other), other.indicator.name, other.reported_by)
        yield BREAK, format_html(link, badge("conflict", _("disagrees")), *named)
    if row.is_inferred and not row.period_remark:
        yield " ", badge("inferred", _("inferred, see the words beside it"))
    if row.note:
        yield BREAK, text(row, "note")


def _sources(row: Any) -> SafeString:
    link = '<a href="{}" lang="{}">{}</a>'
    named = [
        format_html(link, source.get_absolute_url(), source.language, source.title)
        for source in row.public_sources
    ]
    date = f" ({wording.partial_date(row.source_published)})" if row.source_published else ""
    return format_html("{}{}", format_html_join(DOT, "{}", ((each,) for each in named)), date)
