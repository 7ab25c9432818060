"""What the explorer of statistics, and the files of what it shows, can be narrowed by."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter, FilterSet

from alima_site.delivery.kept import kept
from alima_site.editorial.filters import filter_helper, listed
from alima_site.editorial.models import Confidence
from alima_site.portal.filter_options import ALL_COUNTRIES, values_of_filters
from programs.querysets.statistics import PatientStatisticQuerySet


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

    def __init__(
        self, data: QueryDict, queryset: PatientStatisticQuerySet, state: str = ""
    ) -> None:
        """Who has asked for the content state already gives it."""
        super().__init__(data, queryset)
        for name, values in kept("explorer", values_of_filters, state).items():
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
