"""Files to download: a template to fill in, the codes it may hold, the report of an import."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alima_site.editorial.imports.importers import Importer
from alima_site.editorial.wording import is_french

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# At the start of a text, a spreadsheet may take these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")
ROWS_TO_FILL = 500


def safe(value: Any) -> Any:
    """The value as a cell that is never taken for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)


def _as_csv(rows: Iterable[Iterable[Any]], name: str) -> HttpResponse:
    """As Excel of the language opens it with a double click."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if is_french() else ",")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return _download(text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", name)


def _headers(importer: Importer) -> list[list[str]]:
    return [[c.label for c in importer.columns], [c.tag for c in importer.columns]]


def as_csv(importer: Importer, name: str) -> HttpResponse:
    return _as_csv(_headers(importer), name)


def codes(importer: Importer, name: str) -> HttpResponse:
    """The codes a file may hold."""
    head = (_("column"), _("code"), _("meaning"))
    return _as_csv([head, *importer.allowed()], name)


def as_xlsx(importer: Importer, name: str) -> HttpResponse:
    """The empty table, what its columns mean, and the codes, from which its cells can choose."""
    from openpyxl import Workbook  # megabytes that a worker does without until then
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _("data")
    for row in _headers(importer):
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = max(12, len(cell.value) + 2)
    sheet.freeze_panes = "A3"
    meanings = book.create_sheet(_("columns"))
    for column in importer.columns:
        meanings.append([column.label, str(column.meaning)])
    _add_codes(book, importer)
    file = io.BytesIO()
    book.save(file)
    return _download(file.getvalue(), EXCEL, name)


def _add_codes(book: Any, importer: Importer) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet = book.create_sheet(_("codes"))
    sheet.append([_("column"), _("code"), _("meaning")])
    ends: dict[str, tuple[int, int]] = {}
    for number, (label, code, meaning) in enumerate(importer.allowed(), start=2):
        sheet.append([label, safe(code), safe(meaning)])
        ends[label] = (ends.get(label, (number, number))[0], number)
    for place, column in enumerate(importer.columns, start=1):
        if column.label in ends:
            first, last = ends[column.label]
            source = f"'{sheet.title}'!$B${first}:$B${last}"
            # A warning only: names are read as well as codes.
            choice = DataValidation("list", source, allow_blank=True, errorStyle="warning")
            letter = get_column_letter(place)
            choice.add(f"{letter}3:{letter}{ROWS_TO_FILL}")
            book.worksheets[0].add_data_validation(choice)


def report(rows: Iterable[Any], name: str) -> HttpResponse:
    """What an import did, row by row."""
    head = [
        _("row"),
        _("what happens"),
        _("record"),
        _("field"),
        _("before"),
        _("now"),
        _("remark"),
    ]
    lines: list[list[Any]] = [head]
    for row in rows:
        start = [row.row, str(row.outcome_words), row.name]
        lines += [[*start, *change, ""] for change in row.changes]
        lines += [[*start, fault.cell, "", "", fault.reason] for fault in row.faults]
        if not row.changes and not row.faults:
            lines.append([*start, "", "", "", ""])
    return _as_csv(lines, name)


WRITERS: dict[str, Callable[[Importer, str], HttpResponse]] = {"xlsx": as_xlsx, "csv": as_csv}
