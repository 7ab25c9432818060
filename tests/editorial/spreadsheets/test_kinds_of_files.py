"""A file is opened as what its name says, or refused with a sentence that helps."""

import io

import pytest

from alima_site.editorial.spreadsheets import Refused, read, sheets
from alima_site.editorial.spreadsheets.sheets import LARGEST_FILE
from tests.sheets import csv, xlsx


@pytest.mark.parametrize("name", ["a.csv", "A.CSV", "a.txt", "a.b.tsv"])
def test_a_text_is_read_whatever_its_ending_calls_it(name):
    assert read(io.BytesIO(csv(["a", "b"])), name).lines[0].cells == ["a", "b"]


@pytest.mark.parametrize("name", ["a.xlsx", "A.XLSX"])
def test_a_workbook_is_read_in_capitals_too(name):
    assert read(io.BytesIO(xlsx(["a", 1])), name).lines[0].cells == ["a", 1]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.xls", "old Excel format"), ("a.xlsm", "Workbooks with macros"),
        ("a.XLSB", "Workbooks with macros"), ("a.ods", "Only XLSX and CSV files.*“.ods”"),
        ("csv", "Only XLSX and CSV files"),
    ],
)  # fmt: skip
def test_each_other_kind_is_told_what_to_save_it_as(name, sentence):
    with pytest.raises(Refused, match=sentence):
        read(io.BytesIO(b"a;b"), name)


def test_a_file_of_the_largest_size_is_read(monkeypatch):
    monkeypatch.setattr(sheets, "LARGEST_FILE", 100)
    assert read(io.BytesIO(b"a" + b"\n" * 99), "a.csv")
    with pytest.raises(Refused, match="has 1 MB"):
        read(io.BytesIO(b"a" + b"\n" * 100), "a.csv")


def test_a_file_that_is_too_large_is_told_how_large_it_may_be():
    with pytest.raises(Refused, match="has 6 MB; at most 5 MB"):
        read(io.BytesIO(b"a" + b"\n" * LARGEST_FILE), "a.csv")


@pytest.mark.parametrize(
    ("content", "sentence"), [(b"", "The file is empty"), (b"\n;;\n", "nothing in this file")]
)
def test_a_file_in_which_nothing_stands_is_refused(content, sentence):
    with pytest.raises(Refused, match=sentence):
        read(io.BytesIO(content), "a.csv")


def test_a_file_that_was_read_before_is_read_from_its_start():
    file = io.BytesIO(csv(["a", "b"]))
    file.read()
    assert read(file, "a.csv").lines[0].cells == ["a", "b"]
