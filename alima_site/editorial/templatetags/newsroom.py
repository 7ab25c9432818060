"""What the form of a record shows beside its fields."""

from itertools import zip_longest
from typing import Any

from django import template
from django.contrib.admin.helpers import AdminForm
from django.template.context import Context

register = template.Library()


@register.simple_tag
def parts(adminform: AdminForm) -> dict[str, Any]:
    """The fieldsets by where they stand: the languages in pairs, aside, and the others."""
    fieldsets: list[Any] = list(adminform)
    by_class = {fieldset.classes: fieldset for fieldset in fieldsets if fieldset.classes}
    french, english = by_class.get("language-fr"), by_class.get("language-en")
    taken = {"language-fr", "language-en", "side"}
    return {
        "languages": list(zip_longest(french or (), english or ())) if french else [],
        "aside": by_class.get("side"),
        "first": [each for each in fieldsets if each.classes not in taken and not each.name],
        "others": [each for each in fieldsets if each.classes not in taken and each.name],
    }


@register.simple_tag(takes_context=True)
def check_of(context: Context, column: str) -> Any:
    """The mark of a field whose other language changed after it."""
    return (context.get("checks") or {}).get(column)


@register.simple_tag
def errors_of(adminform: AdminForm) -> list[tuple[str, str, str]]:
    """Field, label and sentence of each error of the form itself, to be listed with links."""
    form = adminform.form
    return [
        (name, form.fields[name].label, error)
        for name, errors in form.errors.items()
        if name in form.fields
        for error in errors
    ]
