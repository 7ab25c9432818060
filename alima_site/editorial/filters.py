"""Filters of lists: in the address, so that a choice can be shared; with counts beside options."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any, NamedTuple, cast

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django.db.models import CharField, Count, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from alima_site.delivery.kept import kept
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
MOST = 60


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
    counted by the database: one query, kept until content changes, and one more where
    something is chosen.
    What is not understood is left out, and the form says so.
    """

    facets: dict[str, Facet] = {}

    def __init__(self, data: Mapping[str, str], queryset: QuerySet) -> None:
        super().__init__(data, queryset)
        labels, left = kept(type(self).__name__, self.unnarrowed)
        for name, each in self.filters.items():
            each.extra["choices"] = listed(labels[name], data.get(name, ""))
        self.form.full_clean()
        if self.chosen:
            left = counted(self.grouped(self.narrowed()))
        for name, field in self.form.fields.items():
            options = self.filters[name].extra["choices"]
            field.choices = [(value, f"{label} ({left[name][value]})") for value, label in options]
        self.form.helper = self.helper()

    def unnarrowed(self) -> tuple[dict[str, dict[str, str]], dict[str, Counter[str]]]:
        """The options of each filter with their labels, and how many records each would leave."""
        everything = self.grouped(dict.fromkeys(self.filters, cast("QuerySet", self.queryset)))
        labels = {name: self.ordered(name, options) for name, options in everything.items()}
        return labels, counted(everything)

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

    def ordered(self, name: str, options: list[tuple[str, str, int]]) -> dict[str, str]:
        """The options of a filter by name, years from the latest."""
        found = {value: label for value, label, _n in options}
        if name == "year":
            return dict(sorted(found.items(), reverse=True))
        return dict(sorted(found.items(), key=lambda option: without_accents(option[1])))

    @property
    def chosen(self) -> set[str]:
        return {name for name, value in self.form.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """What was chosen, as the query string of an address."""
        return urlencode({name: self.form.cleaned_data[name] for name in sorted(self.chosen)})

    def helper(self) -> FormHelper:
        return filter_helper(*self.filters)


def listed(labels: Mapping[str, Any], asked: str) -> list[tuple[str, Any]]:
    """The options a form lists: the first, and the one that is asked for."""
    options = list(islice(labels.items(), MOST))
    is_further = asked in labels and asked not in dict(options)
    return [*options, (asked, labels[asked])] if is_further else options


def counted(options: dict[str, list[tuple[str, str, int]]]) -> dict[str, Counter[str]]:
    left: dict[str, Counter[str]] = {name: Counter() for name in options}
    for name, found in options.items():
        for value, _label, n in found:
            left[name][value] += n
    return left


def named(slug: str | None, french: str, english: str) -> dict[str, str]:
    """A record by its slug and its name in the reader's language, or in the other."""
    names = (french, english) if is_french() else (english, french)
    return {slug: next(filter(None, names), "")} if slug else {}
