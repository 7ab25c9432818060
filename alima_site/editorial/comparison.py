"""Versions of a record as words, field by field, and what differs between two of them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from translated_fields import show_language_code

from alima_site.editorial.differences import word_by_word
from alima_site.editorial.models.history import Remembered
from alima_site.editorial.values_in_words import in_words

# The words of each field by its name; a row of a form by “model:key”.
Words = dict[str, str]


class Change(NamedTuple):
    name: str
    label: str
    language: str
    before: str
    after: str

    @property
    def marked(self) -> SafeString:
        """Both versions in one text: what went is struck, what came is marked."""
        return word_by_word(self.before, self.after)


def part_models(model: type[models.Model]) -> list[Any]:
    """The models whose rows stand in the form of this one."""
    return [
        part
        for part in apps.get_models()
        if issubclass(part, Remembered)
        and part.part_of
        and part._meta.get_field(part.part_of).related_model is model
    ]


def rows_at(part: Any, row: Any) -> dict[Any, Any]:
    """The rows of a form as they stood beside a version of its record, by key."""
    found = {}
    past = part.history.filter(**{part.part_of: row.id}, history_date__lte=row.history_date)
    for each in past.order_by("history_date", "history_id"):
        found[each.id] = each
    return {key: each for key, each in found.items() if each.history_type != "-"}


def rows_now(part: Any, record: Any) -> dict[Any, Any]:
    return {each.pk: each for each in part._base_manager.filter(**{part.part_of: record.pk})}


def words_of(record: Any) -> Words:
    """A record as it is."""
    return _words(type(record), record, lambda part: rows_now(part, record))


def words_of_row(row: Any) -> Words:
    """A record as it was, from its history."""
    return _words(row.instance_type, row, lambda part: rows_at(part, row))


def _words(model: Any, version: Any, rows: Any) -> Words:
    found = {name: in_words(field, version) for name, field in told_fields(model).items()}
    for part in part_models(model):
        for key, row in rows(part).items():
            found[f"{part._meta.model_name}:{key}"] = row_in_words(part, row)
    return found


def told_fields(model: Any) -> dict[str, Any]:
    """What a version tells of: all that an editor enters."""
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    return {f.name: f for f in fields if f.editable and not f.primary_key}


def row_in_words(part: Any, row: Any) -> str:
    """As in “start: 2009; end: 2012”."""
    fields = told_fields(part)
    fields.pop(part.part_of)
    words = ((field.verbose_name, in_words(field, row)) for field in fields.values())
    return "; ".join(f"{label}: {text}" for label, text in words if text)


def label_of(model: Any, name: str) -> tuple[str, str]:
    """The name of a field or of a row of the form, and the language of what stands in it."""
    kind, is_row, _key = name.partition(":")
    if is_row:
        part = next(part for part in part_models(model) if part._meta.model_name == kind)
        return capfirst(str(part._meta.verbose_name)), ""
    language = name[-2:] if name[-3:] in ("_fr", "_en") else ""
    with show_language_code(False):
        label = capfirst(str(model._meta.get_field(name).verbose_name))
    return (f"{label} [{language}]" if language else label), language


def changes(model: Any, before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """What differs between two versions, in the order of the model's fields."""
    return [
        Change(name, *label_of(model, name), before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*after, *before))
        if before.get(name, "") != after.get(name, "")
    ]
