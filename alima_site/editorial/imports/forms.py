"""What staff enter for an import: its file, whether it is published, and why numbers change."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from alima_site.editorial.imports import Importer
from alima_site.editorial.imports.reading import table_of
from alima_site.editorial.models import ImportRun
from alima_site.editorial.spreadsheets import Refused, read


class ReasonsForm(forms.ModelForm):
    """What holds for a whole import: whether it is published, and why numbers change."""

    class Meta:
        model = ImportRun
        fields = ("publish", "reason_fr", "reason_en")
        labels = {
            "reason_fr": gettext_lazy("Reason for the corrections, in French"),
            "reason_en": gettext_lazy("Reason for the corrections, in English"),
        }
        widgets = {name: forms.Textarea({"rows": 2}) for name in ("reason_fr", "reason_en")}

    def __init__(self, importer: Importer, user: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not importer.may_publish(user):
            del self.fields["publish"]
        if not importer.can_publish:
            del self.fields["reason_fr"], self.fields["reason_en"]


class UploadForm(ReasonsForm):
    file = forms.FileField(
        label=gettext_lazy("File (XLSX or CSV)"),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt,.tsv"}),
    )
    field_order = ("file",)

    def __init__(self, importer: Importer, *args: Any, **kwargs: Any) -> None:
        super().__init__(importer, *args, **kwargs)
        self.importer = importer

    def clean_file(self) -> Any:
        """The file as lines; what cannot be read is said at once."""
        file = self.cleaned_data["file"]
        try:
            sheet = read(file, file.name)
            self.instance.lines = [[line.row, line.cells] for line in sheet.lines]
            self.instance.remarks = sheet.remarks
            table_of(self.importer, self.instance.lines)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from None
        self.instance.file_name = file.name[:200]
        return file


class UndoForm(forms.Form):
    reason_fr = forms.CharField(
        label=gettext_lazy("Reason for the corrections, in French"),
        widget=forms.Textarea({"rows": 2}),
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason for the corrections, in English"),
        widget=forms.Textarea({"rows": 2}),
    )


def undo_reasons(run: ImportRun) -> dict[str, str]:
    """What the corrections page says when nothing better is written."""
    reasons = {}
    for code in ("fr", "en"):
        with override(code):
            words = {"file": run.file_name}
            reasons[f"reason_{code}"] = _("The import of the file “%(file)s” was undone.") % words
    return reasons
