"""
Forms as a browser sends them: read and rewritten, so that a form which was opened before
somebody else's save can be shown again with everything that was typed into it.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

Sent = dict[str, list[str]]


def sent_by(form: Any) -> Sent:
    """What a browser would send of a form nobody typed into, by the names of its inputs."""
    found: Sent = {}
    for bound in form:
        widget = getattr(bound.field.widget, "widget", bound.field.widget)
        found |= _sent_by_widget(widget, bound.html_name, bound.value())
    return found


def _sent_by_widget(widget: Any, name: str, value: Any) -> Sent:
    if isinstance(widget, forms.MultiWidget):
        inputs = _inputs_of(widget)
        parts: Any = value if isinstance(value, list) else widget.decompress(value)
        found: Sent = {}
        for (suffix, each), part in zip(inputs, parts, strict=True):
            found |= _sent_by_widget(each, name + suffix, part)
        return found
    if isinstance(widget, forms.CheckboxInput):
        return {name: ["on"]} if value else {}
    if isinstance(widget, forms.FileInput):
        return {}
    shown = widget.format_value(value)
    if isinstance(shown, list | tuple):
        return {name: [str(each) for each in shown if each not in (None, "")]}
    return {name: ["" if shown is None else str(shown)]}


def names_of(form: Any, name: str) -> list[str]:
    """The inputs of a field."""
    bound = form[name]
    widget = getattr(bound.field.widget, "widget", bound.field.widget)
    if isinstance(widget, forms.MultiWidget):
        return [bound.html_name + suffix for suffix, _each in _inputs_of(widget)]
    return [bound.html_name]


def _inputs_of(widget: Any) -> list[tuple[str, Any]]:
    """The parts of a widget of several, by the ending of their names."""
    return list(zip(widget.widgets_names, widget.widgets, strict=True))


def replace(data: QueryDict, names: Iterable[str], sent: Sent) -> None:
    """Put what would be sent now in the place of what was sent."""
    for name in names:
        if name in sent:
            data.setlist(name, sent[name])
        else:
            data.pop(name, None)


def rows_of(data: QueryDict, prefix: str) -> list[Sent]:
    """The rows of a formset as they were sent, by the names of their fields."""
    rows = []
    # A browser tells how many there are; a formset refuses what is no such number.
    said = data.get(f"{prefix}-TOTAL_FORMS", "")
    for number in range(int(said) if re.fullmatch("[0-9]{1,4}", said) else 0):
        start = f"{prefix}-{number}-"
        keys = [key for key in data if key.startswith(start)]
        rows.append({key.removeprefix(start): data.getlist(key) for key in keys})
    return rows


def put_rows(data: QueryDict, prefix: str, old: list[Sent], new: list[Sent]) -> None:
    """Send these rows instead: first those there are records of, then the new ones."""
    for key in [key for key in data if key.startswith(f"{prefix}-")]:
        if key.removeprefix(f"{prefix}-").partition("-")[0].isdigit():
            del data[key]
    for number, row in enumerate([*old, *new]):
        for name, values in row.items():
            data.setlist(f"{prefix}-{number}-{name}", values)
    data[f"{prefix}-TOTAL_FORMS"] = str(len(old) + len(new))
    data[f"{prefix}-INITIAL_FORMS"] = str(len(old))
