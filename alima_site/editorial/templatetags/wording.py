"""Filters for words and numbers; built in, so that templates need not load them."""

from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.abbreviations import explained
from alima_site.editorial.tokens import linked, unlinked

register = template.Library()

register.filter("number", lambda value: "" if value is None else wording.number(value))
register.filter("with_unit", wording.with_unit)
register.filter("partial_date", lambda value: wording.partial_date(value) if value else "")


register.filter("in_line", wording.listed)
register.filter("printed_period", wording.printed_period)


@register.filter
def amount(record: Any) -> str:
    """The value of a version, an edition or a statistic, in full and with its qualifier."""
    if record.value is None:
        return record.withheld_words
    unit = record.figure.unit if hasattr(record, "figure") else record.indicator.unit
    said = "" if record.qualifier == "exact" else record.get_qualifier_display()
    return wording.amount(record.value, unit, record.qualifier, said)


@register.filter
def period_of(record: Any) -> str:
    """The period of a statistic in words."""
    return wording.counted_period(record.period_start, record.period_end)


@register.simple_tag
def period(start: str, end: str) -> str:
    return wording.period(start or "", end or "")


@register.filter
def text(record: Any, name: str) -> SafeString:
    """
    A bilingual field of the record in the reader's language. Where only the
    other language exists, it is marked with `lang` and said so.
    """
    return in_language(record, name, conditional_escape)


@register.filter("unlinked")
def text_in_a_link(record: Any, name: str) -> SafeString:
    """As `text`, for the inside of a link: its figures are plain words."""
    return in_language(record, name, conditional_escape, show=unlinked)


@register.filter
def listed(record: Any, name: str) -> SafeString:
    """As `text`, for parts that semicolons separate."""
    return in_language(record, name, lambda value: conditional_escape(wording.listed(value)))


@register.filter
def paragraphs(record: Any, name: str) -> SafeString:
    """As `text`, for plain text of several paragraphs."""
    return in_language(record, name, as_paragraphs, "div")


def as_paragraphs(value: str) -> SafeString:
    return mark_safe(linebreaks(value, autoescape=True))  # noqa: S308  (it escapes)


@register.filter
def rich(record: Any, name: str) -> SafeString:
    """As `text`, for rich text, which was cleaned when it was saved."""
    return in_language(record, name, mark_safe, "div")


@register.simple_tag
def figure(code: str) -> SafeString:
    """{% figure "patients-total" %}: what a token shows, in the text of a template."""
    return linked(f"[[figure:{code}]]")


def in_language(
    record: Any, name: str, render: Any, tag: str = "span", show: Any = linked
) -> SafeString:
    here = get_language() or "fr"
    if value := getattr(record, f"{name}_{here}"):
        return mark_safe(explained(show(render(value), here)))  # noqa: S308  (rendered safe above)
    other = "en" if here == "fr" else "fr"
    if not (value := getattr(record, f"{name}_{other}")):
        return SafeString("")
    return format_html(
        '<{0} lang="{1}">{2}</{0}> <span class="fallback">{3}</span>',
        mark_safe(tag),  # noqa: S308  (one of ours)
        other,
        show(render(value), other),
        _("(in English only)") if other == "en" else _("(in French only)"),
    )
