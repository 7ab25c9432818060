"""What the explorer of statistics, and the files of what it shows, can be narrowed by."""

from typing import Any, NamedTuple

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import CharField, DateField, F, Max, Min, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django_filters import ChoiceFilter, FilterSet

from alima_site.delivery.kept import kept
from alima_site.editorial.filters import filter_helper, listed
from alima_site.editorial.models import Confidence, Indicator, Topic
from alima_site.editorial.pages import by_name
from partners.models import Partner
from programs.models import CountryProgramme, PatientStatistic
from programs.querysets import PatientStatisticQuerySet

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


class FilterForm(forms.Form):
    """Refuses what it does not understand, and what is asked for twice."""

    def clean(self) -> dict[str, Any]:
        for name in self.fields:
            if isinstance(self.data, QueryDict) and len(self.data.getlist(name)) > 1:
                self.add_error(name, _("This was given more than once. Choose one."))
        return self.cleaned_data

    @property
    def helper(self) -> FormHelper:
        return filter_helper(*self.fields)


def choice(label: Any, everything: Any, field: str = "", **more: Any) -> ChoiceFilter:
    """A filter whose options are found when it is used; `everything` names the empty one."""
    # The value that was not understood is not repeated: it may be anything, of any length.
    unknown = {"invalid_choice": gettext_lazy("This value is not known here. Choose another one.")}
    return ChoiceFilter(
        label=label,
        empty_label=everything,
        field_name=field or None,
        error_messages=unknown,
        **more,
    )


class StatisticFilter(FilterSet):
    """
    Statistics by country, indicator, theme, partner, reporter, year and confidence, from an
    address. What is not understood is left out, and the form says so.
    """

    country = choice(gettext_lazy("Country"), gettext_lazy("any country"), method="in_country")
    indicator = choice(gettext_lazy("Indicator"), gettext_lazy("all indicators"), "indicator__slug")
    theme = choice(gettext_lazy("Theme"), gettext_lazy("all themes"), "indicator__topics__slug")
    partner = choice(gettext_lazy("Partner"), gettext_lazy("all partners"), "partners__slug")
    reporter = choice(gettext_lazy("Reported by"), gettext_lazy("anybody"), "reported_by")
    year = choice(gettext_lazy("Year"), gettext_lazy("all years"), method="in_year")
    confidence = choice(gettext_lazy("Confidence"), gettext_lazy("any"), choices=Confidence.choices)

    class Meta:
        form = FilterForm

    def __init__(self, data: QueryDict, queryset: PatientStatisticQuerySet) -> None:
        super().__init__(data, queryset)
        for name, values in kept("explorer", values_of_filters).items():
            self.filters[name].extra["choices"] = listed(values, data.get(name, ""))

    @property
    def is_understood(self) -> bool:
        return not self.errors

    @property
    def chosen(self) -> dict[str, str]:
        """What was asked for and understood."""
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """The same as the query string of an address."""
        return urlencode(self.chosen)

    def in_country(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        slug = None if value == ALL_COUNTRIES else value
        return rows.filter(programme__slug=slug) if slug else rows.filter(programme=None)

    def in_year(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Periods that have a day in the year; an open one goes on, an unknown one is in none."""
        return rows.filter(
            Q(period_start__lte=f"{value}-12-31") | Q(period_start=None, period_end__isnull=False),
            Q(period_end__gte=f"{value}-01-01") | Q(period_end=None, period_start__isnull=False),
        )
