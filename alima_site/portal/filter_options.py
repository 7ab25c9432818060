"""The values the statistics can be narrowed by, with their names; found in one query."""

from typing import Any, NamedTuple

from django.db.models import CharField, DateField, F, Max, Min, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alima_site.editorial.models import Confidence, Indicator, Topic
from alima_site.editorial.pages import by_name
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic

# Beside the countries: what was counted in all of them, or in several.
ALL_COUNTRIES = "all"


class Option(NamedTuple):
    """A value of a filter with its name; of a reporter also the time it reports on."""

    filter: str
    value: str
    name: str
    first: Any
    last: Any


def options() -> list[Option]:
    """All values of all filters, in one query."""
    name = f"name_{get_language() or 'fr'}"
    named = [
        ("country", CountryProgramme.objects.published(), "slug", name),
        ("indicator", Indicator.objects.published(), "slug", name),
        ("theme", Topic.objects.published().exclude(indicators=None), "slug", name),
        ("partner", Partner.objects.published(), "slug", "acronym"),
        ("reporter", PatientStatistic.objects.published(), "reported_by", "reported_by"),
    ]
    first, *others = (_options(*each) for each in named)
    return [Option(*values) for values in first.union(*others)]


def _options(kind: str, records: QuerySet, value: str, name: str) -> QuerySet:
    first, last = Value(None), Value(None)
    if kind == "reporter":
        first = Min(Coalesce("period_start", "period_end"))  # type: ignore[assignment]
        last = Max(Coalesce("period_end", "period_start"))  # type: ignore[assignment]
    columns = {"of": Value(kind, CharField()), "its_value": F(value), "its_name": F(name)}
    grouped = records.order_by().annotate(**columns).values_list(*columns)
    return grouped.annotate(since=Cast(first, DateField()), until=Cast(last, DateField()))


def values_of_filters() -> dict[str, dict[str, Any]]:
    """Of each filter the values it can have, with their names."""
    found = sorted(options(), key=by_name)
    values: dict[str, dict[str, Any]] = {
        name: {option.value: option.name for option in found if option.filter == name}
        for name in ("country", "indicator", "theme", "partner", "reporter")
    }
    values["country"] = {ALL_COUNTRIES: _("All countries"), **values["country"]}
    values["year"] = {year: year for year in years(found)}
    return values | {"confidence": dict(Confidence.choices)}


def years(found: list[Option]) -> list[str]:
    """The years the statistics are about, the latest first."""
    first = min((option.first.year for option in found if option.first), default=None)
    last = max((option.last.year for option in found if option.last), default=None)
    if first is None or last is None:
        return []
    return [str(year) for year in range(min(last, timezone.now().year), first - 1, -1)]
