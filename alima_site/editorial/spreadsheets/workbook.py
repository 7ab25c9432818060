"""What is needed of a workbook: its sheets by name, and the rows of one."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from alima_site.editorial.spreadsheets.cells import Cells, place_of
from alima_site.editorial.spreadsheets.sheets import Line, Plain, Refused
from alima_site.editorial.spreadsheets.xml_parts import Element, elements

RELATIONS = "xl/_rels/workbook.xml.rels"


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
        self.cells = Cells(
            self._part("xl/sharedStrings.xml", "si"),
            self._part("xl/styles.xml", "numFmt", "xf"),
            self.epoch,
        )

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
                following = max(cells, default=-1) + 1
                column, row = place_of(element.attributes.get("r", ""), following, row)
                cells[column] = self.cells.value(element, column, row)
            else:
                # A row ends after its cells; an empty one has its number only.
                number = element.attributes.get("r", "")
                row = int(number) if number.isdecimal() and len(number) < 8 else row
                yield Line(row, _in_order(cells))
                row, cells = row + 1, {}


def _in_order(cells: dict[int, Plain]) -> list[Plain]:
    last = max((column for column, cell in cells.items() if cell != ""), default=-1)
    return [cells.get(column, "") for column in range(last + 1)]
