"""CSV in the encodings of several programs, and what is no CSV."""

import io

import pytest

from alima_site.editorial.spreadsheets import Refused, csv_text


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_decoded_whatever_wrote_it(encoding):
    assert csv_text.decode("Année;coût\n".encode(encoding)) == "Année;coût\n"


@pytest.mark.parametrize("content", [b"a;b\n\x81\x8d", b"a" * 300 + b"\0b", b"\xff\xfea"])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(Refused, match="not a text file"):
        csv_text.decode(content)


@pytest.mark.parametrize(
    ("start", "kind"), [(b"PK\x03\x04", "XLSX"), (b"%PDF-1.7", "PDF"), (b"\x89PNG\r\n", "PNG")]
)
def test_another_kind_of_file_is_known_by_its_start(start, kind):
    with pytest.raises(Refused, match=f"a file of the kind {kind}"):
        csv_text.decode(start)


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "\n <HTML>", "<?xml version='1.0'?>", "<table>"]
)
def test_a_web_page_under_the_name_of_a_csv_is_refused(start):
    with pytest.raises(Refused, match="a web page or XML"):
        csv_text.read(io.BytesIO(f"{start}<p>a;b</p>".encode()))
