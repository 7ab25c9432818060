"""`[[figure:code]]`, the current version of a figure; `[[figure:code/version]]`, one of them."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.token_kinds import Kind, Offer


def by_code(versions: Iterable[FigureVersion]) -> dict[str, FigureVersion]:
    """All public versions by what their tokens name."""
    found = {}
    for version in versions:
        found[f"{version.figure.slug}/{version.slug}"] = version
        if version.is_current:
            found[version.figure.slug] = version
    return found


class FigureTokens(Kind):
    few = True

    def find(self, codes: Collection[str]) -> dict[str, Any]:
        return by_code(FigureVersion.objects.published().select_related("figure"))

    def words(self, record: Any) -> str:
        return wording.quoted(record.value, record.figure.unit, record.shown_qualifier)

    def url(self, record: Any, code: str) -> str:
        return (record if "/" in code else record.figure).get_absolute_url()

    def refusal(self, code: str) -> str:
        if "/" not in code and Figure.objects.published().filter(slug=code).exists():
            return _("this figure has no current version; name one: [[figure:code/version]].")
        return _("no published figure has this code.")

    def offers(self, values: Collection[Decimal]) -> list[Offer]:
        versions = FigureVersion.objects.published().select_related("figure")
        return [
            Offer(
                version.value,
                version.figure.unit,
                f"[[figure:{version.figure.slug}]]"
                if version.is_current
                else f"[[figure:{version.figure.slug}/{version.slug}]]",
                str(version),
            )
            for version in versions.filter(value__in=values).order_by("-is_current", "slug")
        ]
