"""What the cells of an import become: each kind reads a cell, or refuses it with a sentence."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial.dates import validate_partial_date
from alima_site.editorial.imports.names import Names
from alima_site.editorial.spreadsheets import Column, Refused
from alima_site.editorial.spreadsheets.columns import plain_word
from alima_site.editorial.spreadsheets.days import day, year
from alima_site.editorial.spreadsheets.numbers import whole_number
from alima_site.editorial.spreadsheets.sheets import Plain

LANGUAGES = ("fr", "en")


class Cell:
    """A text as it is."""

    def read(self, value: Plain, names: Names) -> Any:
        return str(value)


class Number(Cell):
    def read(self, value: Plain, names: Names) -> int:
        return whole_number(value)


class Day(Cell):
    def read(self, value: Plain, names: Names) -> str:
        return day(value)


class Year(Cell):
    def read(self, value: Plain, names: Names) -> int:
        return year(value)


class PartialDate(Cell):
    """A year, a month or a day."""

    def read(self, value: Plain, names: Names) -> str:
        try:
            validate_partial_date(str(value))
        except ValidationError:
            return day(value)
        return str(value)


class Choice(Cell):
    """One of a closed list, by its code or its words in either language."""

    def __init__(self, choices: type[models.TextChoices]) -> None:
        self.choices = choices

    def read(self, value: Plain, names: Names) -> str:
        found = self._known().get(plain_word(value))
        if found is None:
            near = get_close_matches(str(value), self.choices.values, 1, 0.5)
            raise Refused(unknown(value, near, ", ".join(self.choices.values)))
        return found

    def _known(self) -> dict[str, str]:
        known = {plain_word(code): code for code in self.choices.values}
        for language in LANGUAGES:
            with override(language):
                for code, label in self.choices.choices:
                    known[plain_word(label)] = code
                    known[plain_word(str(label).partition(":")[0])] = code
        return known


def unknown(value: Any, near: list[str], all_: str = "") -> str:
    words = {"value": str(value)[:60], "near": near[0] if near else "", "all": all_}
    if near:
        return _("unknown “%(value)s”; did you mean “%(near)s”?") % words
    if all_:
        return _("unknown “%(value)s”; it is one of: %(all)s") % words
    return _("unknown “%(value)s”; the template lists what is known") % words


@dataclass(frozen=True)
class ImportColumn(Column):
    """A column, the cell that reads it, and the field it goes into (none: read for another)."""

    cell: Cell = field(default_factory=Cell)
    into: str = ""
