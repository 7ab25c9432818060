"""
Reading the CSV files of each app's `content/` folder: UTF-8, one header row,
several values in a cell separated by `;`. Whatever is wrong is said with its
file, line and column.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

# Values for columns that a sourced file leaves out, above all the French of English-only cells.
ADDITIONS = "additions.csv"
ADDED = ["file", "id", "column", "value"]
# What is no UTF-8 was decoded to these; NUL is what UTF-16 leaves.
NO_UTF_8 = re.compile("[\udc80-\udcff\0]")


class ContentError(Exception):
    """A content file that cannot be loaded, and the place of the fault."""

    def __init__(self, file: str, line: int, column: str, reason: str) -> None:
        self.file, self.line, self.column, self.reason = file, line, column, reason
        super().__init__(f"{file}, line {line}, column {column}: {reason}")


@dataclass
class Row:
    """One row: its cells by column, and where each of them was read."""

    file: str
    line: int
    cells: dict[str, str]
    added_at: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def list(self, column: str) -> list[str]:
        return [part.strip() for part in self[column].split(";") if part.strip()]

    def refuse(self, column: str, reason: str) -> NoReturn:
        """Raise the ContentError that points at this cell."""
        if column in self.added_at:
            raise ContentError(ADDITIONS, self.added_at[column], "value", reason)
        raise ContentError(self.file, self.line, column, reason)


def read_rows(path: Path, key: str, required: Iterable[str], extra: Iterable[str]) -> list[Row]:
    """
    The rows of a file with their additions. ContentError if it is not UTF-8,
    lacks a column, has an unknown one, or names an id twice.
    """
    lines = _parse(path)
    columns = lines[0][1] if lines else []
    for column in required:
        if column not in columns:
            raise ContentError(path.name, 1, column, "this column is missing")
    for column in columns:
        if column not in {*required, *extra}:
            raise ContentError(path.name, 1, column, "no column of this name is known here")
    rows = [_row(path.name, line, columns, cells) for line, cells in lines[1:]]
    first_line: dict[str, int] = {}
    for row in rows:
        if not row[key]:
            row.refuse(key, "this cell is empty, and every row needs its own id")
        if row[key] in first_line:
            row.refuse(key, f"“{row[key]}” stands in line {first_line[row[key]]} already")
        first_line[row[key]] = row.line
    if not rows:
        raise ContentError(path.name, 1, key, "the file has a header but no rows")
    _add(path, key, {*required, *extra}, {row[key]: row for row in rows})
    return rows


def header(path: Path) -> list[str]:
    """The names of the columns; none where there is no file that can be read."""
    try:
        return _parse(path)[0][1]
    except (ContentError, IndexError):
        return []


def _parse(path: Path) -> list[tuple[int, list[str]]]:
    """The lines of the file with their numbers, the header first."""
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="surrogateescape")
    except FileNotFoundError:
        raise ContentError(path.name, 1, "–", "the file is missing") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            _refuse_other_encodings(path.name, line, lines[0][1] if lines else [], cells)
            if cells:
                lines.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ContentError(path.name, line, "–", f"this is not CSV: {error}") from None
    return lines


def _refuse_other_encodings(file: str, line: int, columns: list[str], cells: list[str]) -> None:
    for position, cell in enumerate(cells):
        if NO_UTF_8.search(cell):
            column = columns[position] if position < len(columns) else str(position + 1)
            raise ContentError(file, line, column, "this text is not UTF-8; save the file as UTF-8")


def _row(file: str, line: int, columns: list[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        last = columns[min(len(cells), len(columns)) - 1]
        reason = f"the row has {len(cells)} cells, the header has {len(columns)}"
        raise ContentError(file, line, last, reason)
    return Row(file, line, dict(zip(columns, cells, strict=True)))


def _add(path: Path, key: str, columns: Iterable[str], rows: dict[str, Row]) -> None:
    """Put what additions.csv has for this file into columns the file leaves out or empty."""
    for added in read_additions(path.parent):
        if added["file"] != path.name:
            continue
        row, column = rows.get(added["id"]), added["column"]
        if row is None:
            added.refuse("id", f"{path.name} has no row “{added['id']}”")
        if column not in columns or column == key:
            added.refuse("column", f"{path.name} has no column “{column}” to add to")
        if row[column]:
            added.refuse("column", f"“{column}” of {added['id']} has a value already")
        row.cells[column] = added["value"]
        row.added_at[column] = added.line


def read_additions(folder: Path) -> list[Row]:
    """The rows of a folder's additions.csv; ContentError if it is not as described above."""
    (_line, columns), *lines = _parse(folder / ADDITIONS) or [(1, [])]
    if columns != ADDED:
        raise ContentError(ADDITIONS, 1, "1", f"the columns have to be {', '.join(ADDED)}")
    return [_row(ADDITIONS, line, columns, cells) for line, cells in lines]
