"""A published number changes only with a reason, which stands on the corrections page."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.admin_base import EditorialAdmin
from alima_site.editorial.admin_forms import EditorialForm


class CorrectedForm(EditorialForm):
    """Asks why a published number changes; the answer stands on the corrections page."""

    reason_fr = forms.CharField(
        label=_("Reason for the correction, in French"), required=False, widget=forms.Textarea
    )
    reason_en = forms.CharField(
        label=_("Reason for the correction, in English"), required=False, widget=forms.Textarea
    )

    def _post_clean(self) -> None:
        super()._post_clean()
        # Asked of the record as it would be saved.
        if self.instance.is_corrected_by(set(self.changed_data)):
            for name in ("reason_fr", "reason_en"):
                if not self.cleaned_data.get(name):
                    self.add_error(name, gettext("Say why this published number changes."))
        self.instance.correction_reason = {
            code: self.cleaned_data.get(f"reason_{code}", "") for code in ("fr", "en")
        }


class CorrectedAdmin(EditorialAdmin):
    form = CorrectedForm
