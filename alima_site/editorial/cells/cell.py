"""The plainest cell, and how cells find the records that others name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from alima_site.editorial.content_files import Row


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


class Fixed(Cell):
    """A value that does not come from a column."""

    def __init__(self, value: Any) -> None:
        super().__init__("", extra=True)
        self.value = value

    def parse(self, row: Row) -> Any:
        return self.value
