"""Fields every kind of content uses: two languages, partial dates, rich text."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from translated_fields import TranslatedField, to_attribute
from translated_fields.fields import _show_language_code

from alima_site.editorial import tokens
from alima_site.editorial.dates import validate_partial_date
from alima_site.editorial.token_refusals import validate


def bilingual(field: models.Field) -> TranslatedField:
    """
    The field as two real columns, `…_fr` and `…_en`, in which tokens may stand. The bare
    name reads the active language, or the other one where it is empty, with plain values
    for tokens; the filters `text`, `rich`… read the same with links.
    """
    # Added after the field is made: what it is made with, migrations write down.
    field.validators.append(validate)
    return Bilingual(field, attrgetter=_reading)


class Bilingual(TranslatedField):
    """Whose columns have names of one kind: a kind for each would take megabytes."""

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        names = {code: _name_of_column(self._field.verbose_name, code) for code in self.languages}
        self._specific = {code: {"verbose_name": names[code]} for code in names}
        super().contribute_to_class(cls, name)
        # It takes over what differs, and both names read alike as long as no language is shown.
        for code, column in zip(names, self.fields, strict=True):
            cls._meta.get_field(column).verbose_name = names[code]  # type: ignore[union-attr]


def _name_with_language(verbose_name: Any, language: str) -> str:
    if _show_language_code.get(False):
        return f"{capfirst(verbose_name)} [{language}]"
    return str(verbose_name)


_name_of_column = lazy(_name_with_language, str)


class InOtherLanguage(str):
    """A text that stands in for one that is missing in the reader's language."""

    language = ""


def _reading(name: str, field: TranslatedField) -> Callable[[models.Model], str]:
    def read(record: models.Model) -> str:
        here = get_language() or field.languages[0]
        for language in (here, *field.languages):
            if value := getattr(record, to_attribute(name, language)):
                text = tokens.plain(value, language)
                return text if language == here else _standing_in(text, language)
        return ""

    return read


def _standing_in(text: str, language: str) -> InOtherLanguage:
    marked = InOtherLanguage(text)
    marked.language = language
    return marked


def bilingual_fields(model: type[models.Model]) -> list[models.Field]:
    """The real columns of all texts in two languages."""
    return [f for f in model._meta.concrete_fields if validate in f.validators]


class PartialDateField(models.CharField):
    """A year, a month or a day as ISO text (see dates.py); empty when not published."""

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 10)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", _("A year, a month or a day: 2024, 2024-02 or 2024-02-27."))
        super().__init__(*args, **kwargs)


def picture(kind: str, verbose_name: Any, help_text: Any) -> models.ForeignKey:
    """One picture of the library, `photo` or `logo`; the record stays when it goes."""
    return models.ForeignKey(
        "editorial.Photo",
        models.SET_NULL,
        verbose_name=verbose_name,
        related_name=f"{kind}_of_%(class)s",
        limit_choices_to={"kind": kind},
        null=True,
        blank=True,
        help_text=help_text,
    )


def page_photo() -> models.ForeignKey:
    """The photograph on top of a page."""
    return picture(
        "photo",
        _("photograph"),
        _("Shown on top of the page while it is published and its consent lasts."),
    )


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
