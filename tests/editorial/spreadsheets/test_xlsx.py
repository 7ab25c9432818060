"""A workbook is opened after its package was checked; each refusal says what to do."""

import io
import zipfile

import pytest

from alima_site.editorial.spreadsheets import Refused, xlsx
from tests.editorial.spreadsheets.packages import package, workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(made):
    made.fp.seek(0)
    return xlsx.read(made.fp)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLD + b"\0" * 90, "old Excel format"),
        (OLD + b"\0" * 90 + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"a;b\n1;2\n", "not an Excel workbook"),
        (b"PK", "damaged or not complete"),
    ],
)
def test_what_is_no_package_is_told_what_it_is(content, sentence):
    with pytest.raises(Refused, match=sentence):
        xlsx.read(io.BytesIO(content))


@pytest.mark.parametrize(
    "part", ["xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"]
)
def test_macros_are_refused_as_such(part):
    with pytest.raises(Refused, match="Workbooks with macros are not taken"):
        read(package({"xl/workbook.xml": "", part: ""}))


def test_a_package_of_something_else_is_no_workbook():
    with pytest.raises(Refused, match="not an Excel workbook"):
        read(package({"word/document.xml": ""}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/workbook.xml", "XL/Workbook.xml"])
def test_two_parts_of_one_name_are_refused(name):
    made = package({"xl/workbook.xml": ""})
    with zipfile.ZipFile(made.fp, "a") as file:
        file.writestr(name, "")
    with pytest.raises(Refused, match="built in an unusual way"):
        read(made)


def test_a_package_of_too_many_parts_is_refused(monkeypatch):
    made = workbook("<row><c><v>1</v></c></row>")
    monkeypatch.setattr(xlsx, "MOST_PARTS", len(made.namelist()))
    assert read(made).lines
    monkeypatch.setattr(xlsx, "MOST_PARTS", len(made.namelist()) - 1)
    with pytest.raises(Refused, match="built in an unusual way"):
        read(made)


def test_what_it_would_unpack_to_is_asked_before_it_is_unpacked(monkeypatch):
    made = workbook("<row><c><v>1</v></c></row>")
    size = sum(part.file_size for part in made.infolist())
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", size)
    assert read(made).lines
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", size - 1)
    with pytest.raises(Refused, match="Unpacked, the workbook has more"):
        read(made)


def test_of_several_sheets_the_first_is_read_and_the_others_are_named():
    sheet = read(workbook("<row><c><v>1</v></c></row>", sheets=("A", "B", ".hidden", "C")))
    assert [line.cells for line in sheet.lines] == [[1]]
    assert sheet.remarks == ["Only the sheet “A” is read, not: B, C."]


def test_of_a_single_sheet_nothing_needs_to_be_said():
    assert read(workbook("<row><c><v>1</v></c></row>", sheets=(".old", "A"))).remarks == []
