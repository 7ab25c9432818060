"""The table in a sheet: its rows below the header and the HXL row, and the total at its end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.columns import Column, plain_word
from alima_site.editorial.spreadsheets.headers import (
    find_header,
    is_tags,
    missing_columns,
    not_read,
)
from alima_site.editorial.spreadsheets.sheets import Line, Plain, Refused, Sheet, address

TOTALS = re.compile(r"(sous |sub ?|grand )?(total|totaux|totals|somme|sum|ensemble)\b.*")


@dataclass(frozen=True)
class TableRow:
    """The cells of one row by the key of their column."""

    row: int
    cells: dict[str, Plain]

    def __getitem__(self, key: str) -> Plain:
        return self.cells.get(key, "")


@dataclass
class Table:
    """`places` says in which column of the sheet a key stands."""

    places: dict[str, int]
    rows: list[TableRow]
    remarks: list[str] = field(default_factory=list)

    def address(self, key: str, row: int) -> str:
        """The cell as a spreadsheet names it: C12; empty where there is no such column."""
        return address(self.places[key], row) if key in self.places else ""


def find_table(sheet: Sheet, columns: Sequence[Column], required: Sequence[str]) -> Table:
    """The table of these columns in a sheet; Refused when there is no header or no row."""
    number, places = find_header(sheet.lines, columns)
    header = sheet.lines[number]
    missing = [c for c in columns if c.key in required and c.key not in places]
    if missing:
        raise Refused(missing_columns(missing, header))
    below = sheet.lines[number + 1 :]
    if below and is_tags(below[0]):
        below = below[1:]
    rows = list(_rows(below, places))
    if not rows:
        raise Refused(_("There is a header, but no row below it."))
    return Table(places, rows, [*sheet.remarks, *not_read(header, columns, places)])


def _rows(lines: list[Line], places: dict[str, int]) -> Iterator[TableRow]:
    for line in lines:
        cells = {
            key: line.cells[place]
            for key, place in places.items()
            if place < len(line.cells) and line.cells[place] != ""
        }
        if cells:
            yield TableRow(line.row, cells)


def is_total(row: TableRow, naming: Sequence[str]) -> bool:
    """Whether a row adds up the others: one of the cells that name it says so."""
    return any(TOTALS.fullmatch(plain_word(row[key])) for key in naming)
