"""Versions of a record as words, field by field, and what differs between two of them."""

import html
import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.formats import date_format, localize
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _
from django_countries import countries
from django_countries.fields import CountryField
from django_prose_editor.fields import ProseEditorField
from translated_fields import show_language_code

from alima_site.editorial.models.history import Remembered

# The words of each field by its name; a row of a form by “model:key”.
Words = dict[str, str]

# The reason of a reversion: the number of the version gone back to follows.
REVERTED = "reverted:"
END_OF_BLOCK = re.compile(r"</(?:p|li|h\d|ul|ol)>|<br\s*/?>")


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


def word_by_word(before: str, after: str) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in _pieces(before, after)))


def _pieces(before: str, after: str) -> Iterator[SafeString]:
    old, new = (re.findall(r"\n|[^\S\n]+|\S+", text) for text in (before, after))
    gone = come = ""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = "".join(new[c:d])
        if kind != "equal" or ((gone or come) and same == " " and d < len(new)):
            # A space between two changes belongs to both, so that phrases stay together.
            gone, come = gone + "".join(old[a:b]), come + same
            continue
        yield _marked(gone, come)
        yield format_html("{}", same)
        gone = come = ""
    yield _marked(gone, come)


def _marked(gone: str, come: str) -> SafeString:
    return format_html(
        "{}{}",
        format_html("<del>{}</del>", gone) if gone else "",
        format_html("<ins>{}</ins>", come) if come else "",
    )


def author_of(row: Any) -> str:
    """Who wrote a row of history."""
    user = row.history_user if row else None
    return (user.get_full_name() or user.get_username()) if user else _("the site itself")


def moment_of(row: Any) -> str:
    return date_format(localtime(row.history_date), "SHORT_DATETIME_FORMAT") if row else ""


def reason_of(row: Any) -> str:
    """Why, in the reader's language where the site itself gave the reason."""
    reason = row.history_change_reason or ""
    if reason.startswith(REVERTED):
        back_to = type(row).objects.filter(history_id=reason.removeprefix(REVERTED)).first()
        return _("Back to the version of %(date)s.") % {"date": moment_of(back_to)}
    return _(reason) if reason else ""
