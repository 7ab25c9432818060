"""The rows of a file as values, or as what is wrong with each cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial.imports.importers import FaultAt, Importer, Values
from alima_site.editorial.imports.names import Names
from alima_site.editorial.spreadsheets import Line, Refused, Sheet, Table, TableRow, find_table
from alima_site.editorial.spreadsheets.sheets import check_fault
from alima_site.editorial.spreadsheets.tables import is_total


@dataclass
class Fault:
    """What is wrong, and with which cell (C12) or column; with the whole row where it is empty."""

    cell: str
    reason: str


@dataclass
class Entry:
    """A row on its way: its values, what is wrong with it, and later what it does to a record."""

    row: int
    values: Values = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    outcome: str = ""
    pk: int | None = None
    slug: str = ""
    label: str = ""
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None

    @property
    def plain(self) -> dict[str, Any]:
        names = ("row", "outcome", "pk", "slug", "label", "before", "after")
        return {name: getattr(self, name) for name in names}


def table_of(importer: Importer, lines: Iterable[Any]) -> Table:
    """The table in the kept lines of a file."""
    sheet = Sheet([Line(row, cells) for row, cells in lines])
    return find_table(sheet, importer.columns, importer.required)


def entries(importer: Importer, table: Table) -> list[Entry]:
    names = Names()
    return [_entry(importer, table, row, names) for row in table.rows]


def _entry(importer: Importer, table: Table, row: TableRow, names: Names) -> Entry:
    entry = Entry(row.row)
    if importer.naming and (is_total(row, importer.naming) or _adds_up(importer, table, row)):
        why = _("this row is a total. The site adds up by its own rule: delete the row")
        entry.faults.append(Fault("", why))
        return entry
    entry.values, faults = _read(importer, row, names)
    entry.faults += [fault_at(importer, table, key, row.row, why) for key, why in faults]
    if not entry.faults:
        try:
            entry.values = importer.complete(entry.values)
        except FaultAt as fault:
            entry.faults.append(fault_at(importer, table, fault.key, row.row, fault.reason))
    return entry


def fault_at(importer: Importer, table: Table, key: str, row: int, reason: str) -> Fault:
    """A fault of a cell, or of the column that the file does not have."""
    column = importer.column_of.get(key)
    return Fault(table.address(key, row) or (str(column.label) if column else ""), reason)


def _read(importer: Importer, row: TableRow, names: Names) -> tuple[Values, list[Any]]:
    values, faults = {}, []
    for key, text in row.cells.items():
        try:
            values[key] = importer.column_of[key].cell.read(check_fault(text), names)
        except Refused as refused:
            faults.append((key, str(refused)))
    return values, faults


def _adds_up(importer: Importer, table: Table, row: TableRow) -> bool:
    """Whether the last row has a number only, and nothing that names it."""
    named = any(row[key] for key in importer.naming)
    return row is table.rows[-1] and len(table.rows) > 1 and not named and len(row.cells) <= 2
