"""What a cell of a workbook holds: its value, as the format of the cell shows it, and its place."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import from_excel

from alima_site.editorial.spreadsheets.sheets import Plain, Refused, address, check_cell
from alima_site.editorial.spreadsheets.xml_parts import Element

CELL_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Cells:
    """The cells of a workbook, of which texts and formats are kept once for all of them."""

    def __init__(
        self, texts: Iterator[Element], styles: Iterator[Element], epoch: datetime.datetime
    ) -> None:
        self.texts = [text.texts.get("t", "") for text in texts]
        self.date_styles = date_styles(styles)
        self.epoch = epoch

    def value(self, cell: Element, column: int, row: int) -> Plain:
        kind = cell.attributes.get("t", "n")
        text = check_cell(cell.texts.get("v", "") or cell.texts.get("t", ""), column, row)
        if "f" in cell.texts and not text and kind != "str":
            return {"fault": "uncalculated", "text": ""}
        if kind == "e":
            return {"fault": "error", "text": text}
        if kind == "s" and text:
            return check_cell(self._shared(text, address(column, row)), column, row)
        if kind == "n" and text:
            return self._number(text, cell.attributes.get("s", ""), address(column, row))
        if kind == "b" and text:
            return "TRUE" if text == "1" else "FALSE"
        return text[:10] if kind == "d" else text

    def _shared(self, text: str, where: str) -> str:
        if not text.isdecimal() or len(text) > 9 or int(text) >= len(self.texts):
            raise Refused(damaged_cell(where))
        return self.texts[int(text)]

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


def place_of(name: str, column: int, row: int) -> tuple[int, int]:
    """Column and row of a cell named as in C12; without a name it follows the one before."""
    match = CELL_NAME.fullmatch(name)
    if not match:
        return column, row
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1, int(match[2])


def date_styles(styles: Iterator[Element]) -> set[str]:
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
