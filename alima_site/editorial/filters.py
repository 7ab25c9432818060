"""Filters of lists: in the address, so that a choice can be shared; with counts beside options."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django.db.models import CharField, Count, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from alima_site.editorial.pages import without_accents
from alima_site.editorial.wording import is_french


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


# Options that are listed; further ones are understood in an address.
MOST = 200


class Facet(NamedTuple):
    """
    What the options of a filter are read from: up to three columns of the records, and what
    one combination of their values stands for, as {"ebola": "Ebola"}.
    """

    columns: tuple[Any, ...]
    options: Callable[..., dict[str, str]]
    # Which of the rows of a relation count; asked each time, as it may change with time.
    where: Callable[[], Q] = Q


class CountedFilterSet(FilterSet):
    """
    Each option says how many records it would leave, given what else is chosen. They are
    counted by the database: one query, and one more where something is chosen.
    What is not understood is left out, and the form says so.
    """

    facets: dict[str, Facet] = {}

    def __init__(self, data: Mapping[str, str], queryset: QuerySet) -> None:
        super().__init__(data, queryset)
        everything = self.grouped(dict.fromkeys(self.filters, queryset))
        for name, each in self.filters.items():
            each.extra["choices"] = self.ordered(name, everything)
        self.form.full_clean()
        counts = self.grouped(self.narrowed()) if self.chosen else everything
        for name, field in self.form.fields.items():
            left = Counter[str]()
            for value, _label, n in counts[name]:
                left[value] += n
            field.choices = [
                (value, f"{label} ({left[value]})")
                for number, (value, label) in enumerate(self.ordered(name, everything))
                if number < MOST or value == self.form.cleaned_data.get(name)
            ]
        self.form.helper = self.helper()

    def narrowed(self) -> dict[str, QuerySet]:
        """For each filter the records that all others leave."""
        found = {}
        for name in self.filters:
            records = self.queryset
            for other in self.chosen - {name}:
                records = self.filters[other].filter(records, self.form.cleaned_data[other])
            found[name] = self.queryset.filter(pk__in=records.order_by().values("pk"))
        return found

    def grouped(self, records: dict[str, QuerySet]) -> dict[str, list[tuple[str, str, int]]]:
        """Value, name and count of each option of each filter; one query."""
        selects = [self._select(name, found) for name, found in records.items()]
        options: dict[str, list[tuple[str, str, int]]] = {name: [] for name in records}
        for name, *parts, n in selects[0].union(*selects[1:], all=True):
            for value, label in self.facets[name].options(*parts).items():
                options[name].append((value, label, n))
        return options

    def _select(self, name: str, records: QuerySet) -> QuerySet:
        facet = self.facets[name]
        given = [*facet.columns, *[Value("")] * (3 - len(facet.columns))]
        columns: dict[str, Any] = {"of": Value(name, CharField())}
        columns |= {
            f"part_{n}": Cast(F(part) if isinstance(part, str) else part, TextField())
            for n, part in enumerate(given)
        }
        bare = records.filter(facet.where()).order_by()
        return bare.annotate(**columns).values_list(*columns).annotate(n=Count("pk"))

    def ordered(
        self, name: str, options: dict[str, list[tuple[str, str, int]]]
    ) -> list[tuple[str, str]]:
        """The options of a filter by name, years from the latest."""
        found = {value: label for value, label, _n in options[name]}
        if name == "year":
            return sorted(found.items(), reverse=True)
        return sorted(found.items(), key=lambda option: without_accents(option[1]))

    @property
    def chosen(self) -> set[str]:
        return {name for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """What was chosen, as the query string of an address."""
        return urlencode({name: self.form.cleaned_data[name] for name in sorted(self.chosen)})

    def helper(self) -> FormHelper:
        return filter_helper(*self.filters)


def named(slug: str | None, french: str, english: str) -> dict[str, str]:
    """A record by its slug and its name in the reader's language, or in the other."""
    names = (french, english) if is_french() else (english, french)
    return {slug: next(filter(None, names), "")} if slug else {}
