"""Files as people send them, made in the test: XLSX by openpyxl, CSV in any encoding."""

import io

from openpyxl import Workbook

HEADER = ["Code pays", "Code indicateur", "Année", "Valeur", "Code source"]


def xlsx(*rows, titles=(), name="Données"):
    """A workbook of these rows; `titles` are merged cells above them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for title in titles:
        sheet.append([title])
        sheet.merge_cells(
            start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=4
        )
    for row in rows:
        sheet.append(row)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def csv(*rows, delimiter=";", encoding="cp1252", newline="\r\n"):
    lines = [delimiter.join(str(cell) for cell in row) for row in rows]
    return newline.join([*lines, ""]).encode(encoding)
