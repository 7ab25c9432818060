"""What disagrees, said to the reader on every page it touches and to the editor on the form."""

from typing import Any

from django import template
from django.db.models import Model, Q, QuerySet

from alima_site.editorial.prepared import Prepared, prepared
from alima_site.portal import contradictions
from alima_site.portal.models import Disagreement

register = template.Library()

# From the record a page is about to the disagreements it touches.
TOUCHING = {
    "figure": ["versions__figure"],
    "indicator": ["statistics__indicator"],
    "partner": ["partners", "statistics__partners"],
    "countryprogramme": ["programmes", "statistics__programme", "projects__programme"],
    "project": ["projects"],
    "study": ["studies"],
    "collaboration": ["collaborations"],
}


def _touching(lookups: list[str]) -> Prepared:
    def build(key: Any) -> QuerySet[Disagreement]:
        where = Q()
        for lookup in lookups:
            where |= Q(**{lookup: key})
        found = Disagreement.objects.filter(where).values("pk")
        return Disagreement.objects.for_page().filter(pk__in=found)

    return prepared(build)


touching = {kind: _touching(lookups) for kind, lookups in TOUCHING.items()}


@register.simple_tag
def disagreements_on(record: Model) -> QuerySet[Disagreement]:
    """The public ones that concern the record, or what its page lists."""
    return touching[record._meta.model_name or ""](key=record.pk)


@register.simple_tag
def disagreements_among(field: str) -> QuerySet[Disagreement]:
    """The public ones that concern records of a kind: principles, facts."""
    return Disagreement.objects.for_page().exclude(**{field: None})


@register.simple_tag
def undecided() -> list[contradictions.Contradiction]:
    return contradictions.undecided()


@register.simple_tag
def undecided_about(record: Any) -> list[contradictions.Contradiction]:
    """For the form of one record; none for a new one."""
    if record is None:
        return []
    return [each for each in contradictions.undecided() if each.concerns(record)]
