"""Fields every kind of content uses: two languages, partial dates, rich text."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from translated_fields import TranslatedField, fallback_to_any

from alima_site.editorial.dates import validate_partial_date


def bilingual(field: models.Field) -> TranslatedField:
    """
    The field as two real columns, `…_fr` and `…_en`. The bare name reads the
    active language, or the other one where it is empty.
    """
    return TranslatedField(field, attrgetter=fallback_to_any)


class PartialDateField(models.CharField):
    """A year, a month or a day as ISO text (see dates.py); empty when not published."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", _("A year, a month or a day: 2024, 2024-02 or 2024-02-27."))
        super().__init__(*args, **kwargs)


def rich_text(verbose_name: Any, help_text: Any) -> ProseEditorField:
    """Text with headings, lists and links; the editor's buttons are also what is let through."""
    return ProseEditorField(
        verbose_name,
        blank=True,
        help_text=help_text,
        sanitize=True,
        extensions={
            "Bold": True,
            "Italic": True,
            "BulletList": True,
            "OrderedList": True,
            "ListItem": True,
            "HardBreak": True,
            "Heading": {"levels": [3, 4]},
            "Link": {"protocols": ["https", "http", "mailto"]},
        },
    )
