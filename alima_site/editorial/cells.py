"""
What a column of a content file becomes: each cell type reads its text into a
plain value (text, number, list of slugs), the form in which the file, the
database and the last load are compared.
"""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django_countries import countries

from alima_site.editorial.content_files import Row
from alima_site.editorial.dates import validate_partial_date
from alima_site.editorial.typography import french_spacing


@dataclass
class Index:
    """Loaded records of a model: by what content files call them, and by slug."""

    # None stands for a record that an editor deleted after it was loaded.
    by_name: dict[str, Any] = field(default_factory=dict)
    by_slug: dict[str, Any] = field(default_factory=dict)


Find = Callable[[type[models.Model]], Index]


class Cell:
    """A column that stands in a field as it is. `extra` columns need not be in the file."""

    # Set once the record is saved: relations to many, or to rows of the same file.
    after_save = False

    def __init__(self, column: str, *, extra: bool = False) -> None:
        self.column, self.extra = column, extra

    def read(self, row: Row, find: Find) -> Any:
        return self.parse(row)

    def parse(self, row: Row) -> Any:
        return row[self.column]

    def current(self, record: models.Model, name: str) -> Any:
        """The record's value in the same plain form."""
        return getattr(record, name)

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, value)


class Text(Cell):
    pass


class French(Cell):
    """French text, with French spacing."""

    def parse(self, row: Row) -> str:
        return french_spacing(row[self.column])


class TitleInItsLanguage(Cell):
    """A title that is not translated; a French one gets French spaces."""

    def parse(self, row: Row) -> str:
        title = row[self.column]
        return french_spacing(title) if row["language"] == "fr" else title


class Fixed(Cell):
    """A value that does not come from a column."""

    def __init__(self, value: Any) -> None:
        super().__init__("", extra=True)
        self.value = value

    def parse(self, row: Row) -> Any:
        return self.value


class YesNo(Cell):
    """`yes`, or empty."""

    def parse(self, row: Row) -> bool:
        if row[self.column] not in ("yes", ""):
            row.refuse(self.column, f"“{row[self.column]}” is neither “yes” nor empty")
        return row[self.column] == "yes"


class Says(Cell):
    """Whether the cell holds these words."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(column)
        self.words = words

    def parse(self, row: Row) -> bool:
        return self.words in row[self.column]


class OneOf(Cell):
    """One of a closed list."""

    def __init__(
        self, column: str, choices: type[models.TextChoices], *, empty: bool = False,
        extra: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(column, extra=extra)
        self.values = [*choices.values, ""] if empty else choices.values

    def parse(self, row: Row) -> str:
        value = row[self.column]
        if value not in self.values:
            row.refuse(self.column, f"“{value}” is none of: {', '.join(filter(None, self.values))}")
        return value


class PartialDate(Cell):
    def parse(self, row: Row) -> str:
        if value := row[self.column]:
            try:
                validate_partial_date(value)
            except ValidationError:
                row.refuse(self.column, f"“{value}” is not a date (2024, 2024-02 or 2024-02-27)")
        return value


class Day(Cell):
    """A full date; None when empty."""

    def parse(self, row: Row) -> str | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            row.refuse(self.column, f"“{value}” is not a full date (2024-02-27)")
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            row.refuse(self.column, f"“{value}” is not a day of the calendar")

    def current(self, record: models.Model, name: str) -> str | None:
        value = getattr(record, name)
        return value.isoformat() if value else None

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, datetime.date.fromisoformat(value) if value else None)


class Whole(Cell):
    """A whole number; None when empty."""

    smallest, largest = 0, 10**15

    def parse(self, row: Row) -> int | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"-?[0-9]{1,16}", value):
            row.refuse(self.column, f"“{value[:30]}” is not a whole number of at most 16 digits")
        if not self.smallest <= int(value) <= self.largest:
            row.refuse(self.column, f"{value} is not between {self.smallest} and {self.largest}")
        return int(value)


class Year(Whole):
    smallest, largest = 1800, 2200


class Number(Cell):
    """A decimal number as text without trailing zeros; None when empty."""

    def parse(self, row: Row) -> str | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,3})?", value):
            row.refuse(self.column, f"“{value[:30]}” is not a number like 1200 or 0.5")
        return plain_number(Decimal(value))

    def current(self, record: models.Model, name: str) -> str | None:
        value = getattr(record, name)
        return None if value is None else plain_number(value)

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, None if value is None else Decimal(value))


def plain_number(value: Decimal) -> str:
    return f"{value.normalize():f}"


class Country(Cell):
    """An ISO 3166 two-letter code; a country programme need not exist."""

    def parse(self, row: Row) -> str:
        code = row[self.column]
        if code and unknown_countries({code}):
            row.refuse(self.column, f"“{code}” is not an ISO 3166 two-letter code")
        return code

    def current(self, record: models.Model, name: str) -> str:
        return getattr(record, name).code or ""


def unknown_countries(codes: set[str]) -> set[str]:
    return codes - set(countries.countries)


class Countries(Cell):
    """The two-letter codes that stand in a cell, whatever words are around them."""

    def parse(self, row: Row) -> list[str]:
        codes = set(re.findall(r"\b[A-Z]{2}\b", row[self.column]))
        if row[self.column] and (not codes or unknown_countries(codes)):
            row.refuse(self.column, "no ISO 3166 two-letter codes of countries stand here")
        return sorted(codes)

    def current(self, record: models.Model, name: str) -> list[str]:
        return sorted(country.code for country in getattr(record, name))


class One(Cell):
    """The record named by the cell (the first of several); the text `none` means no record."""

    def __init__(
        self, column: str, model: type[models.Model], *, none: str = "", extra: bool = False,
        same_file: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(column, extra=extra)
        self.model, self.none = model, none
        self.after_save = same_file

    def read(self, row: Row, find: Find) -> str | None:
        name = next(iter(row.list(self.column)), "")
        if name == self.none:
            return None
        record = find_named(row, self.column, self.model, name, find)
        return record.slug if record else None

    def current(self, record: models.Model, name: str) -> str | None:
        other = getattr(record, name, None)
        return None if other is None else other.slug

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, None if value is None else find(self.model).by_slug[value])


class Many(Cell):
    """The records named by the cell; with `rest`, all but the first."""

    after_save = True

    def __init__(
        self, column: str, model: type[models.Model], *, rest: bool = False, extra: bool = False
    ) -> None:
        super().__init__(column, extra=extra)
        self.model, self.rest = model, rest

    def read(self, row: Row, find: Find) -> list[str]:
        names = row.list(self.column)[1 if self.rest else 0 :]
        records = [find_named(row, self.column, self.model, name, find) for name in names]
        return sorted({record.slug for record in records if record})

    def current(self, record: models.Model, name: str) -> list[str]:
        return sorted(other.slug for other in getattr(record, name).all())

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        getattr(record, name).set([find(self.model).by_slug[slug] for slug in value])


class Mutual(Many):
    """Rows of one file that name each other; the file says it on one side at least."""

    def complete(self, rows: dict[str, Row]) -> None:
        """Write into every named row that it is tied to the row that names it."""
        for name, row in rows.items():
            if name in row.list(self.column):
                row.refuse(self.column, "a row cannot name itself here")
            for other in filter(None, map(rows.get, row.list(self.column))):
                if name not in other.list(self.column):
                    other.cells[self.column] = ";".join([*other.list(self.column), name])


def find_named(row: Row, column: str, model: type[models.Model], name: str, find: Find) -> Any:
    """The record a cell names, None if an editor deleted it; ContentError if it is unknown."""
    by_name = find(model).by_name
    for spelling in (name, name.lower()):
        if spelling in by_name:
            return by_name[spelling]
    return row.refuse(column, f"“{name}” is not a known {model._meta.object_name} id")
