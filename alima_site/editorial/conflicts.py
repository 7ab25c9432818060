"""
Two editors: a form that was opened before somebody else's save is not saved. What only the
other one changed is taken into it, one's own text stays, and where both changed something
both versions are shown.
"""

from typing import Any, NamedTuple

from django.http import QueryDict

from alima_site.editorial import posted_forms
from alima_site.editorial.comparison import (
    Words,
    label_of,
    part_models,
    row_in_words,
    rows_at,
    rows_now,
    told_fields,
    words_of,
    words_of_row,
)
from alima_site.editorial.values_in_words import value_in_words


class Clash(NamedTuple):
    """A field as the other one saved it and as it stands in the form."""

    label: str
    language: str
    theirs: str
    mine: str
    both: bool  # whether both changed it; else theirs was taken into the form


class Conflict(NamedTuple):
    """What happened between the opening of a form and its sending."""

    latest: Any  # the row of history of the last save
    clashes: list[Clash]


def version_number(record: Any) -> str:
    """Names the state of a record and of the rows of its form."""
    latest = record.history.first() if record.pk else None
    return str(latest.history_id) if latest else ""


def is_stale(record: Any, seen: str) -> bool:
    """Whether the record was saved since a form of it was opened."""
    return bool(record.pk and seen and seen != version_number(record))


def merge(record: Any, seen: str, form: Any, formsets: list[Any], data: QueryDict) -> Conflict:
    """What both did to a record; `data`, as sent, takes up what only the other one changed."""
    model = type(record)
    record = model._base_manager.get(pk=record.pk)  # the form has changed its own
    latest = record.history.first()
    opened = model.history.filter(id=record.pk, history_id=seen if seen.isdecimal() else 0).first()
    base = words_of_row(opened) if opened else {}
    now = words_of(record)
    mine = now | words_of_form(form)
    pristine = type(form)(instance=record)
    untouched = [n for n in form.fields if n in mine and mine[n] == base.get(n) != now[n]]
    for name in untouched:
        names = posted_forms.names_of(pristine, name)
        posted_forms.replace(data, names, posted_forms.sent_by(pristine))
    for formset in formsets:
        if opened and formset.model in part_models(model):
            mine = merge_rows(formset, rows_at(formset.model, opened), data, mine)
    return Conflict(latest, _clashes(model, base, now, mine))


def _clashes(model: Any, base: Words, now: Words, mine: Words) -> list[Clash]:
    return [
        Clash(
            *label_of(model, name),
            now.get(name, ""),
            mine.get(name, ""),
            mine.get(name, "") not in (base.get(name, ""), now.get(name, "")),
        )
        for name in dict.fromkeys((*mine, *now, *base))
        if now.get(name, "") != base.get(name, "") and now.get(name, "") != mine.get(name, "")
    ]


def words_of_form(form: Any) -> Words:
    """What somebody typed, in the words of a version; as typed where it is no valid value."""
    return {
        name: _typed(form, name, field)
        for name, field in told_fields(form._meta.model).items()
        if name in form.fields
    }


def _typed(form: Any, name: str, field: Any) -> str:
    if name not in form.cleaned_data:
        sent = [form.data.get(each, "") for each in posted_forms.names_of(form, name)]
        return " ".join(filter(None, sent))
    value = form.cleaned_data[name]
    if field.many_to_many:
        return ", ".join(sorted(map(str, value)))
    if field.is_relation:
        return "" if value is None else str(value)
    return value_in_words(field, value)


def merge_rows(formset: Any, base: dict[Any, Any], data: QueryDict, mine: Words) -> Words:
    """
    The rows of a form after both worked on them: rows only the other one changed are as
    they are now, those that are gone and were changed here become new ones.
    """
    part = formset.model
    now = rows_now(part, formset.instance)
    kind = part._meta.model_name
    old, new = [], []
    sent = posted_forms.rows_of(data, formset.prefix)
    for row, form in zip(sent, formset.forms, strict=False):
        key = part._meta.pk.to_python(row.get(part._meta.pk.name, [""])[0] or None)
        if key is None:
            new.append(row)
            continue
        name = f"{kind}:{key}"
        was = row_in_words(part, base[key]) if key in base else ""
        typed = _row_as_typed(part, form)
        if key in now and typed == was:
            fresh = formset.form(instance=now[key], prefix="x")
            row |= {n.removeprefix("x-"): v for n, v in posted_forms.sent_by(fresh).items()}
        if key in now:
            old.append(row)
            mine[name] = typed
        elif typed != was:
            new.append(row | {part._meta.pk.name: [""]})
            mine[name] = typed
    posted_forms.put_rows(data, formset.prefix, old, new)
    return mine


def _row_as_typed(part: Any, form: Any) -> str:
    words = words_of_form(form)
    fields = told_fields(part)
    fields.pop(part.part_of)
    return "; ".join(
        f"{field.verbose_name}: {words[name]}" for name, field in fields.items() if words.get(name)
    )
