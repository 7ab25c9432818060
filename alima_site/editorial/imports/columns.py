"""What the cells of an import become: each kind reads a cell, or refuses it with a sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial.dates import validate_partial_date
from alima_site.editorial.spreadsheets import Column, Refused
from alima_site.editorial.spreadsheets.columns import plain_word
from alima_site.editorial.spreadsheets.days import day, year
from alima_site.editorial.spreadsheets.numbers import whole_number
from alima_site.editorial.spreadsheets.sheets import Plain

LANGUAGES = ("fr", "en")


class Names:
    """Records of the site by what a file may call them; each model is read once."""

    def __init__(self) -> None:
        self.known: dict[Any, dict[str, Any]] = {}

    def of(self, cell: "Record") -> dict[str, Any]:
        """None stands for a name that several records have."""
        if cell.model not in self.known:
            found: dict[str, Any] = {}
            for record in cell.model._default_manager.all():
                for name in {name for name in cell.names_of(record) if name}:
                    same = found.get(name, record)
                    found[name] = record if same == record else None
            # The address word is the record's own, whatever others are called.
            found |= {str(record.slug): record for record in found.values() if record}
            self.known[cell.model] = found
        return self.known[cell.model]


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


class Record(Cell):
    """A record of the site, by its address word or one of its names."""

    def __init__(
        self, model: Any, names: Iterable[str] = (), *,
        more: Callable[[Any], Iterable[str]] = lambda record: (), none: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.model, self.names, self.more = model, list(names), more
        self.none = {plain_word(word) for word in none}

    def names_of(self, record: Any) -> set[str]:
        given = [getattr(record, name) for name in self.names]
        words = [str(text) for text in (*given, *self.more(record)) if text]
        return {str(record.slug), *words, *map(plain_word, words)}

    def read(self, value: Plain, names: Names) -> Any:
        text = str(value).strip()
        if plain_word(text) in self.none:
            return None
        known = names.of(self)
        for name in (text, text.lower(), plain_word(text)):
            if name in known:
                if known[name] is None:
                    raise Refused(
                        _("“%(value)s” names several records; write the code") % {"value": text}
                    )
                return known[name]
        slugs = [record.slug for record in known.values() if record]
        near = get_close_matches(text.lower(), slugs, 1, 0.6)
        if not near and (similar := get_close_matches(plain_word(text), list(known), 1, 0.75)):
            near = [known[similar[0]].slug] if known[similar[0]] else []
        raise Refused(unknown(text, near))


class Records(Record):
    """Several records, separated by semicolons or commas."""

    def read(self, value: Plain, names: Names) -> list[Any]:
        parts = str(value).replace(",", ";").split(";")
        return [super(Records, self).read(part, names) for part in parts if part.strip()]


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
