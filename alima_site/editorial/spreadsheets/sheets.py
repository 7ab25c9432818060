"""A file somebody sends, as lines of cells numbered as a spreadsheet numbers them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, Any

from django.utils.translation import gettext as _

# What a cell holds: a text (days as ISO texts), a typed number, or why there is no value:
# {"fault": "uncalculated" or "error", "text": …}. Plain, so that it can be kept as JSON.
Plain = str | int | float | dict[str, str]

MEGABYTE = 1024 * 1024
LARGEST_FILE = 5 * MEGABYTE
LONGEST_CELL = 10_000
MOST_LINES = 1000
MOST_COLUMNS = 100


class Refused(Exception):  # noqa: N818
    """A file or cell that cannot be taken; the message is a sentence for who sent it."""


@dataclass(frozen=True)
class Line:
    """A line with something in it; `row` is its number in a spreadsheet."""

    row: int
    cells: list[Plain]

    def is_empty(self) -> bool:
        return all(cell == "" for cell in self.cells)


@dataclass
class Sheet:
    lines: list[Line]
    # What was not read of the file, in sentences.
    remarks: list[str] = field(default_factory=list)


def read(file: IO[bytes], name: str) -> Sheet:
    """The lines of a CSV or XLSX file; Refused with a sentence if it is neither, or unsafe."""
    from alima_site.editorial.spreadsheets import csv_text, xlsx

    ending = PurePath(name).suffix.lower()
    if ending not in (".csv", ".txt", ".tsv", ".xlsx"):
        raise Refused(wrong_kind(ending))
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if size > LARGEST_FILE:
        words = {"size": -(-size // MEGABYTE), "largest": LARGEST_FILE // MEGABYTE}
        raise Refused(
            _("The file has %(size)s MB; at most %(largest)s MB can be imported.") % words
        )
    if not size:
        raise Refused(_("The file is empty."))
    reader: Any = xlsx if ending == ".xlsx" else csv_text
    sheet = reader.read(file)
    if not sheet.lines:
        raise Refused(_("There is nothing in this file."))
    return sheet


def wrong_kind(ending: str) -> str:
    if ending == ".xls":
        return _("This is the old Excel format (.xls). Save it as “Excel workbook (.xlsx)” or CSV.")
    if ending in (".xlsm", ".xltm", ".xlsb"):
        return _("Workbooks with macros are not taken. Save it as “Excel workbook (.xlsx)”.")
    return _("Only XLSX and CSV files can be imported, not “%(ending)s”.") % {"ending": ending}


def gather(lines: Iterable[Line]) -> list[Line]:
    """The lines that are not empty; Refused when there are more than anyone can check."""
    kept: list[Line] = []
    for line in lines:
        if line.is_empty():
            continue
        if len(kept) == MOST_LINES:
            most = {"most": MOST_LINES}
            raise Refused(_("The file has more than %(most)s rows. Split it.") % most)
        kept.append(line)
    return kept


def address(column: int, row: int) -> str:
    """The name of a cell: column 2 of row 12 is C12."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def check_cell(text: str, column: int, row: int) -> str:
    """The text without spaces around it; Refused where it is longer than any text here."""
    if len(text) > LONGEST_CELL:
        words = {"cell": address(column, row), "most": LONGEST_CELL}
        raise Refused(_("The text in %(cell)s has more than %(most)s characters.") % words)
    if column >= MOST_COLUMNS and text:
        words = {"cell": address(column, row), "most": MOST_COLUMNS}
        raise Refused(
            _("%(cell)s is beyond the %(most)s columns that are read. Delete it.") % words
        )
    # NUL and its like cannot be kept in a database.
    return "".join(c for c in text if c >= " " or c in "\n\t").strip()


def check_fault(value: Plain) -> Plain:
    """The value; Refused where the file holds none."""
    if isinstance(value, dict):
        if value["fault"] == "uncalculated":
            raise Refused(
                _(
                    "a formula without its result. Open the file in Excel, save it, "
                    "or type the value"
                )
            )
        raise Refused(_("the formula gives the error %(error)s") % {"error": value["text"]})
    return value
