"""Workbooks meant to hurt: each is refused with a sentence, whatever it unpacks to."""

import io
import tracemalloc
import zipfile

import pytest

from alima_site.editorial.spreadsheets import Refused, read
from tests.sheets import HEADER, csv, xlsx

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f"]><worksheet {MAIN}><sheetData><row><c><v>&i;</v></c></row></sheetData></worksheet>"
)
FILE = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet {MAIN}>&x;</worksheet>'


def changed(parts, compression=zipfile.ZIP_DEFLATED):
    """A workbook in which some parts are other ones."""
    file = io.BytesIO()
    whole = zipfile.ZipFile(io.BytesIO(xlsx(HEADER)))
    kept = {name: whole.read(name) for name in whole.namelist()} | parts
    with zipfile.ZipFile(file, "w", compression) as package:
        for name, content in kept.items():
            if content is not None:
                package.writestr(name, content)
    return file.getvalue()


def sheet(content):
    return changed({SHEET: f"<worksheet {MAIN}><sheetData>{content}</sheetData></worksheet>"})


def encrypted():
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )


def with_password_flag():
    content = bytearray(xlsx(HEADER))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + offset] |= 1
            start = content.find(mark, start + 4)
    return bytes(content)


GOOD = xlsx(HEADER, ["KEN", "x", 2024, 5, "s"])
HOSTILE = {
    "bomb of zeros": lambda: changed({SHEET: b"\0" * 300_000_000}),
    "bomb in a picture": lambda: changed({"xl/media/a.png": b"\0" * 100_000_000}),
    "bomb of rows": lambda: sheet("<row/>" * 2_000_000),
    "bomb of cells": lambda: sheet("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>"),
    "bomb of full rows": lambda: sheet("<row><c><v>1</v></c></row>" * 100_000),
    "bomb of texts": lambda: changed({"xl/sharedStrings.xml": f"<sst {MAIN}>" + "<si/>" * 2_000_000 + "</sst>"}),
    "bomb of styles": lambda: changed({"xl/styles.xml": f"<styleSheet {MAIN}><cellXfs>" + "<xf/>" * 2_000_000 + "</cellXfs></styleSheet>"}),
    "one huge text": lambda: sheet("<row><c t='inlineStr'><is><t>" + "x" * 15_000_000 + "</t></is></c></row>"),
    "billion laughs": lambda: changed({SHEET: LAUGHS}),
    "entity of a file": lambda: changed({SHEET: FILE}),
    "entities in texts": lambda: changed({"xl/sharedStrings.xml": LAUGHS}),
    "entities in the book": lambda: changed({"xl/workbook.xml": LAUGHS}),
    "many parts": lambda: changed({f"xl/media/{n}.png": b"" for n in range(2000)}),
    "macros": lambda: changed({"xl/vbaProject.bin": b"x"}),
    "password": encrypted,
    "password of the zip": with_password_flag,
    "old Excel": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000,
    "truncated": lambda: GOOD[: len(GOOD) // 2],
    "broken inside": lambda: changed({}, zipfile.ZIP_STORED).replace(b"<sheetData>", b"<sheetDatum>"),
    "no book": lambda: changed({"xl/workbook.xml": None}),
    "no sheet": lambda: changed({SHEET: None}),
    "broken XML": lambda: changed({SHEET: "<worksheet><row></worksheet>"}),
    "a CSV": lambda: csv(HEADER),
    "a PDF": lambda: b"%PDF-1.7\n",
    "another zip": lambda: changed({"xl/workbook.xml": None, "word/document.xml": "<a/>"}),
    "far cell": lambda: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    "far text": lambda: sheet('<row><c t="s"><v>99999</v></c></row>'),
    "no number": lambda: sheet("<row><c><v>1e9999</v></c></row>"),
    "nothing": lambda: b"",
    "too large": lambda: bytes(6 * 1024 * 1024),
}  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_is_refused_with_a_sentence(make):
    with pytest.raises(Refused, match=r"\w+ .+[.?]"):
        read(io.BytesIO(make()), "chiffres.xlsx")


@pytest.mark.audit
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_workbook_takes_little_memory(make):
    file = io.BytesIO(make())
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            read(file, "chiffres.xlsx")
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_a_lonely_row_far_below_costs_nothing():
    content = sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>2</v></c></row>'
    )
    assert [line.row for line in read(io.BytesIO(content), "a.xlsx").lines] == [1, 1048576]
