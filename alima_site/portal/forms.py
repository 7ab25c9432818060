from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import Source
from alima_site.editorial.querysets import SourceQuerySet


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
        helper = FormHelper()
        helper.form_method = "get"
        helper.form_class = "filter-form"
        helper.disable_csrf = True
        helper.layout = Layout(
            Row(Column("q"), Column("kind"), Column("language")),
            # A button without a name: it adds nothing to the address.
            StrictButton(_("Show"), type="submit", css_class="btn-primary"),
        )
        return helper

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
