"""Filters of lists: in the address, so that a choice can be shared; with counts beside options."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django.db.models import QuerySet
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from alima_site.editorial.pages import without_accents

# The values a record has for each filter, with their names: {"disease": {"ebola": "Ebola"}}.
Options = dict[str, dict[str, str]]


def choice(label: Any, everything: Any, field: str = "", **more: Any) -> ChoiceFilter:
    """A filter whose options follow from the records; `everything` names the empty one."""
    return ChoiceFilter(label=label, empty_label=everything, field_name=field or None, **more)


def filter_helper(*names: str) -> FormHelper:
    """A form that narrows a list by its address: these fields in a row, and a button."""
    helper = FormHelper()
    helper.form_method = "get"
    helper.form_class = "filter-form"
    helper.disable_csrf = True
    # A button without a name: it adds nothing to the address.
    button = StrictButton(_("Show"), type="submit", css_class="btn-primary")
    helper.layout = Layout(Row(*(Column(name) for name in names)), button)
    return helper


class CountedFilterSet(FilterSet):
    """
    Each option says how many records it would leave, given what else is chosen.
    What is not understood is left out, and the form says so.
    """

    def __init__(self, data: Mapping[str, str], queryset: QuerySet) -> None:
        super().__init__(data, queryset)
        self.records = {record.pk: self.options_of(record) for record in queryset}
        for name, each in self.filters.items():
            each.extra["choices"] = self.ordered(name)
        self.form.full_clean()
        for name, field in self.form.fields.items():
            counts = self.counts(name)
            field.choices = [(v, f"{label} ({counts[v]})") for v, label in self.ordered(name)]
        self.form.helper = self.helper()

    def options_of(self, record: Any) -> Options:
        raise NotImplementedError

    def ordered(self, name: str) -> list[tuple[str, str]]:
        """The options of a filter by name, years from the latest."""
        found: dict[str, str] = {}
        for options in self.records.values():
            found |= options[name]
        if name == "year":
            return sorted(found.items(), reverse=True)
        return sorted(found.items(), key=lambda option: without_accents(option[1]))

    def counts(self, name: str) -> Counter[str]:
        """How many records each option of a filter would leave beside the other choices."""
        others = {other: self.form.cleaned_data[other] for other in self.chosen - {name}}
        return Counter(
            value
            for options in self.records.values()
            if all(chosen in options[other] for other, chosen in others.items())
            for value in options[name]
        )

    @property
    def chosen(self) -> set[str]:
        return {name for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """What was chosen, as the query string of an address."""
        return urlencode({name: self.form.cleaned_data[name] for name in sorted(self.chosen)})

    def helper(self) -> FormHelper:
        return filter_helper(*self.filters)
