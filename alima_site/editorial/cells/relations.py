"""Cells that name other records."""

from typing import Any

from django.db import models

from alima_site.editorial.cells.cell import Cell, Find
from alima_site.editorial.content_files import Row


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
