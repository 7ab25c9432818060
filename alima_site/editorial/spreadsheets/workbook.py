"""What is needed of a workbook: its sheets by name, its texts, its date formats, its cells."""

import datetime
import posixpath
import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from alima_site.editorial.spreadsheets.sheets import (
    Line,
    Plain,
    Refused,
    address,
    check_cell,
)
from alima_site.editorial.spreadsheets.xml_parts import Element, elements

RELATIONS = "xl/_rels/workbook.xml.rels"
CELL_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class NamedSheet(NamedTuple):
    name: str
    part: str


class Book:
    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.names = {part.filename.lower(): part.filename for part in package.infolist()}
        self.epoch = WINDOWS_EPOCH
        self.sheets: list[NamedSheet] = []
        self.hidden: set[str] = set()
        self._read_sheets()
        texts = self._part("xl/sharedStrings.xml", "si")
        self.texts = [text.texts.get("t", "") for text in texts]
        self.date_styles = _date_styles(self._part("xl/styles.xml", "numFmt", "xf"))

    def _part(self, name: str, *wanted: str) -> Iterator[Element]:
        """Elements of a part; none where the workbook has no such part."""
        real = self.names.get(name.lower())
        return elements(self.package, real, wanted) if real else iter(())

    def _read_sheets(self) -> None:
        targets = {}
        for element in self._part(RELATIONS, "Relationship"):
            target = element.attributes.get("Target", "")
            path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            targets[element.attributes.get("Id", "")] = path
        for element in self._part("xl/workbook.xml", "workbookPr", "sheet"):
            given = element.attributes
            if element.name == "workbookPr" and given.get("date1904") in ("1", "true"):
                self.epoch = MAC_EPOCH
            if element.name == "sheet":
                name = given.get("name", "")
                self.sheets.append(NamedSheet(name, targets.get(given.get("id", ""), "")))
                if given.get("state", "visible") != "visible":
                    self.hidden.add(name)

    @property
    def visible(self) -> list[str]:
        return [sheet.name for sheet in self.sheets if sheet.name not in self.hidden]

    def first_sheet(self) -> NamedSheet:
        for sheet in self.sheets:
            if sheet.name not in self.hidden and sheet.part.lower() in self.names:
                return sheet
        raise Refused(_("The workbook has no sheet that can be read."))

    def lines(self, sheet: NamedSheet) -> Iterator[Line]:
        """The rows of a sheet, with empty cells where the file has none."""
        row = 1
        cells: dict[int, Plain] = {}
        for element in self._part(sheet.part, "row", "c"):
            if element.name == "c":
                column, row = _place(element.attributes.get("r", ""), len(cells), row)
                cells[column] = self._value(element, column, row)
            else:
                # A row ends after its cells; an empty one has its number only.
                number = element.attributes.get("r", "")
                row = int(number) if number.isdecimal() and len(number) < 8 else row
                yield Line(row, _in_order(cells))
                row, cells = row + 1, {}

    def _value(self, cell: Element, column: int, row: int) -> Plain:
        kind = cell.attributes.get("t", "n")
        text = check_cell(cell.texts.get("v", "") or cell.texts.get("t", ""), column, row)
        if "f" in cell.texts and not text and kind != "str":
            return {"fault": "uncalculated", "text": ""}
        if kind == "e":
            return {"fault": "error", "text": text}
        if kind == "s" and text:
            return check_cell(self._shared(text), column, row)
        if kind == "n" and text:
            return self._number(text, cell.attributes.get("s", ""), address(column, row))
        if kind == "b" and text:
            return "TRUE" if text == "1" else "FALSE"
        return text[:10] if kind == "d" else text

    def _shared(self, text: str) -> str:
        try:
            return self.texts[int(text)]
        except (ValueError, IndexError):
            raise Refused(damaged_cell("")) from None

    def _number(self, text: str, style: str, where: str) -> Plain:
        try:
            number = float(text)
            if style in self.date_styles:
                day = from_excel(number, self.epoch)
                return f"{day:%Y-%m-%d}" if isinstance(day, datetime.datetime) else str(day)
        except (ValueError, OverflowError):
            raise Refused(damaged_cell(where)) from None
        if number != number or abs(number) > 10**18:
            raise Refused(damaged_cell(where))
        return int(number) if number == int(number) else float(Decimal(text))


def damaged_cell(where: str) -> str:
    return _("The cell %(cell)s cannot be read.") % {"cell": where}


def _place(name: str, column: int, row: int) -> tuple[int, int]:
    """Column and row of a cell named as in C12; without a name it follows the one before."""
    match = CELL_NAME.fullmatch(name)
    if not match:
        return column, row
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1, int(match[2])


def _in_order(cells: dict[int, Plain]) -> list[Plain]:
    last = max((column for column, cell in cells.items() if cell != ""), default=-1)
    return [cells.get(column, "") for column in range(last + 1)]


def _date_styles(styles: Iterator[Element]) -> set[str]:
    """The numbers of the cell formats that show a number as a day."""
    formats = {str(key): text for key, text in BUILTIN_FORMATS.items()}
    found, number = set(), 0
    for style in styles:
        given = style.attributes
        if style.name == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif style.parent == "cellXfs":
            if is_date_format(formats.get(given.get("numFmtId", ""))):
                found.add(str(number))
            number += 1
    return found
