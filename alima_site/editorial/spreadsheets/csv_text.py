"""CSV as French Excel writes it: `;`, `,` or tabs, cp1252, UTF-8 with or without BOM, UTF-16."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.sheets import (
    LONGEST_CELL,
    Line,
    Refused,
    Sheet,
    check_cell,
    gather,
)

DELIMITERS = ";\t,"
SIGNATURES = {
    b"PK\x03\x04": "XLSX",
    b"\xd0\xcf\x11\xe0": "Excel",
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}


def read(file: IO[bytes]) -> Sheet:
    text = decode(file.read())
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<table")):
        raise Refused(_("This is a web page or XML, not CSV. Save it as CSV or XLSX."))
    first, rest = _announced(text)
    lines = _lines(rest, first or _delimiter(rest), offset=1 if first else 0)
    return Sheet(gather(lines))


def decode(data: bytes) -> str:
    """The text of a file that does not say in what encoding it was written."""
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise Refused(
                _("The name says CSV, but this is a file of the kind %(kind)s.") % {"kind": kind}
            )
    encodings = ["utf-8-sig", "cp1252"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in data[:200]:
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused(_("This is not a text file: its characters cannot be read. Save it as UTF-8."))


def _announced(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, as the delimiter and the lines after it."""
    first, _newline, rest = text.partition("\n")
    first = first.strip()
    if first.lower().startswith("sep=") and first[4:] in DELIMITERS and first[4:]:
        return first[4:], rest
    return "", text


def _delimiter(text: str) -> str:
    """
    What most often stands outside quotes, in the line that has most of it: titles above
    the header have none, and commas may stand in texts and numbers.
    """
    lines = text.splitlines()[:30]
    counts = {mark: [_outside_quotes(line, mark) for line in lines] for mark in DELIMITERS}
    usual = {mark: (sum(1 for n in counts[mark] if n), max(counts[mark])) for mark in DELIMITERS}
    semicolons_or_tabs = max(";\t", key=lambda mark: usual[mark])
    # A semicolon also joins several values in a cell, of which the header has none: where there
    # is but one in a line, it has to be in as many lines as commas are; else in half of them.
    found, most = usual[semicolons_or_tabs]
    return semicolons_or_tabs if found * min(most, 2) >= usual[","][0] else ","


def _outside_quotes(line: str, mark: str) -> int:
    return sum(part.count(mark) for part in line.split('"')[::2])


def _lines(text: str, delimiter: str, offset: int) -> Iterator[Line]:
    csv.field_size_limit(LONGEST_CELL * 2)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    row = offset
    try:
        for row, cells in enumerate(reader, start=1 + offset):
            yield Line(row, [check_cell(cell, column, row) for column, cell in enumerate(cells)])
    except csv.Error:
        words = {"row": row + 1}
        raise Refused(
            _("Row %(row)s is not CSV: a quotation mark is not closed.") % words
        ) from None
