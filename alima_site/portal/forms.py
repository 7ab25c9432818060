from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from alima_site.editorial.filters import filter_helper
from alima_site.editorial.models import Source
from alima_site.editorial.pages import without_accents
from alima_site.editorial.querysets import SourceQuerySet


class TimelineFilter(forms.Form):
    """Narrows the history of the alliance; its options are the countries and kinds there are."""

    country = forms.ChoiceField(label=_("Country"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[
            ("", _("all kinds")),
            ("presence", _("In the field")),
            ("alliance", _("Alliance")),
            ("milestone", _("Milestone")),
            ("research", _("Research")),
        ],
    )

    def __init__(self, data: Any, moments: Iterable[Any]) -> None:
        super().__init__(data)
        codes = {code for moment in moments for code in moment.codes}
        named = sorted(
            ((c, str(countries.name(c))) for c in codes), key=lambda c: without_accents(c[1])
        )
        self.fields["country"].choices = [("", _("all countries")), *named]  # type: ignore[attr-defined]

    @property
    def helper(self) -> FormHelper:
        return filter_helper(*self.fields)

    def narrow(self, moments: list[Any]) -> list[Any]:
        """Those that the valid fields ask for."""
        self.full_clean()
        country, kind = self.cleaned_data.get("country"), self.cleaned_data.get("kind")
        return [
            moment
            for moment in moments
            if (not country or country in moment.codes) and (not kind or kind == moment.kind)
        ]

    @property
    def query(self) -> str:
        """What was chosen, as the query string of an address."""
        return urlencode({name: value for name, value in self.cleaned_data.items() if value})


class SourceFilter(forms.Form):
    """Narrows the list of sources; what it does not understand it leaves out, and says so."""

    q = forms.CharField(label=_("Words of the title or publisher"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("all kinds")), *Source.Kind.choices]
    )
    language = forms.ChoiceField(
        label=_("Language"),
        required=False,
        choices=[("", _("all languages")), ("fr", _("French")), ("en", _("English"))],
    )

    @property
    def helper(self) -> FormHelper:
        return filter_helper(*self.fields)

    def narrow(self, sources: SourceQuerySet) -> SourceQuerySet:
        """The sources the valid fields ask for."""
        self.full_clean()
        wanted = self.cleaned_data
        if wanted.get("q"):
            sources = sources.matching(wanted["q"])
        for name in ("kind", "language"):
            if wanted.get(name):
                sources = sources.filter(**{name: wanted[name]})
        return sources
