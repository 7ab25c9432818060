"""The value of any field in words, as a record or a row of its history has it."""

import html
import re
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.formats import localize
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django_countries import countries
from django_countries.fields import CountryField
from django_prose_editor.fields import ProseEditorField

END_OF_BLOCK = re.compile(r"</(?:p|li|h\d|ul|ol)>|<br\s*/?>")


def in_words(field: Any, version: Any) -> str:
    """The value of a field in a record or a row of its history."""
    if field.many_to_many:
        return _names(field, version)
    if field.is_relation:
        return _name(field, getattr(version, field.attname))
    value = getattr(version, field.name)
    return value_in_words(field, value)


def value_in_words(field: Any, value: Any) -> str:
    if isinstance(field, CountryField):
        chosen = value if field.multiple else [value]
        codes = [getattr(country, "code", country) for country in chosen]
        return ", ".join(str(countries.name(code)) for code in codes if code)
    if value is None or value == "":
        return ""
    if isinstance(field, ProseEditorField):
        return as_text(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateTimeField) and is_aware(value):
        value = localtime(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(localize(value))


def as_text(rich: str) -> str:
    """Rich text as it is read: no tags, a line for each block."""
    text = html.unescape(re.sub(r"<[^>]*>", "", END_OF_BLOCK.sub("\n", rich)))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _name(field: Any, key: Any) -> str:
    if key is None:
        return ""
    try:
        return str(field.related_model._base_manager.get(pk=key))
    except ObjectDoesNotExist:
        return _("deleted (number %(key)s)") % {"key": key}


def _names(field: Any, version: Any) -> str:
    ties = getattr(version, field.name)
    if isinstance(version, field.model):
        others = ties.all()
    else:  # a row of history keeps the keys of its ties
        keys = ties.values_list(f"{field.m2m_reverse_field_name()}_id", flat=True)
        others = field.related_model._base_manager.filter(pk__in=list(keys))
    return ", ".join(sorted(str(other) for other in others))
