"""A headline figure to take away: how to cite it, and the same record as JSON."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.models import Correction, Edition, Figure, FigureVersion, Source
from alima_site.editorial.tokens import plain
from research.citations import bibtex_entry


def said(edition: Edition) -> str:
    return wording.amount(
        edition.value, edition.unit, edition.qualifier, edition.get_qualifier_display()
    )


def citation(edition: Edition, address: str) -> str:
    """Who says what, since when it stands here, and where it stays."""
    words = {
        "label": edition.figure.label,
        "value": said(edition),
        "number": edition.number,
        "date": wording.partial_date(f"{timezone.localdate(edition.begins_at)}"),
        "source": edition.source.title.rstrip("."),
        "publisher": edition.source.publisher,
        "address": address,
    }
    return (
        _(
            "ALIMA. %(label)s: %(value)s. Edition %(number)s, since %(date)s. "
            "Source: %(source)s, %(publisher)s. %(address)s"
        )
        % words
    )


def marked(text: str, source: Source) -> SafeString:
    """A citation as HTML: the title of the source is in its own language."""
    title = conditional_escape(source.title.rstrip("."))
    named = format_html('<cite lang="{}">{}</cite>', source.language, title)
    return mark_safe(conditional_escape(text).replace(title, named, 1))  # noqa: S308  (escaped)


def bibtex(edition: Edition, address: str) -> str:
    begun = timezone.localdate(edition.begins_at)
    fields = {
        "author": "ALIMA",
        "title": wording.labelled(edition.figure.label, said(edition)),
        "year": f"{begun:%Y}",
        "edition": str(edition.number),
        "date": f"{begun}",
        "url": address,
        "note": f"{edition.source.title}, {edition.source.publisher}",
    }
    return bibtex_entry("misc", f"alima-{edition.figure.slug}-{edition.number}", fields)


def in_both(record: Any, name: str) -> dict[str, str]:
    return {code: plain(getattr(record, f"{name}_{code}"), code) for code in ("fr", "en")}


def as_data(
    figure: Figure, editions: dict[int, Edition], changes: Iterable[Correction], root: str
) -> dict[str, Any]:
    """The record with every public version and correction. `root` is the address of the site."""
    return {
        "code": figure.slug,
        "label": in_both(figure, "label"),
        "definition": in_both(figure, "definition"),
        "unit": figure.unit,
        "versions": [_version(version, editions, root) for version in figure.public_versions],
        "corrections": [
            {
                "date": change.corrected_at.isoformat(),
                "field": change.field,
                "old": change.old,
                "new": change.new,
                "reason": in_both(change, "reason"),
            }
            for change in changes
        ],
    }


def _version(version: FigureVersion, editions: dict[int, Edition], root: str) -> dict[str, Any]:
    edition = editions.get(version.pk)
    return {
        "id": version.slug,
        "current": version.is_current,
        "label": in_both(version, "label"),
        "value": float(version.value) if version.value % 1 else int(version.value),
        "qualifier": version.qualifier,
        "period_as_printed": in_both(version, "period_as_printed"),
        "period_start": version.period_start and version.period_start.isoformat(),
        "period_end": version.period_end and version.period_end.isoformat(),
        "as_of": version.as_of or None,
        "confidence": version.confidence,
        "note": in_both(version, "note"),
        "sources": [
            {"title": s.title, "publisher": s.publisher, "url": s.url}  # type: ignore[attr-defined]
            for s in version.public_sources
        ],
        "permanent_address": root + edition.permanent_path if edition else None,
    }
