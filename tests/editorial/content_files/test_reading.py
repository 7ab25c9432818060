"""A content file is read with its places, or refused with them."""

import pytest

from alima_site.editorial.content_files import ContentError, Row, header, read_rows


@pytest.fixture
def read(tmp_path):
    """The rows of a file with this text; `added` are rows of additions.csv."""

    def rows(text, extra=(), added=""):
        path = tmp_path / "made.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (tmp_path / "additions.csv").write_text(f"file,id,column,value\n{added}")
        return read_rows(path, "id", ["id", "name"], extra)

    return rows


@pytest.fixture
def refused(read):
    """Line, column and reason of the refusal."""

    def reasons(*args, **options):
        with pytest.raises(ContentError) as error:
            read(*args, **options)
        return error.value.line, error.value.column, error.value.reason

    return reasons


def test_cells_are_known_by_their_column_without_the_spaces_around_them(read):
    [row] = read("name,id\n A name , a \n")
    assert (row["name"], row["id"], row["other"]) == ("A name", "a", "")


def test_values_in_a_cell_are_parted_by_semicolons():
    row = Row("made.csv", 2, {"sources": " a;; b ;"})
    assert row.list("sources") == ["a", "b"]
    assert row.list("others") == []


def test_a_row_knows_its_line_below_empty_lines_and_texts_of_several(read):
    rows = read('id,name\n\na,"two\nlines"\nb,B\n')
    assert [(row["id"], row.line) for row in rows] == [("a", 3), ("b", 5)]


def test_a_column_that_is_missing_is_named(refused):
    assert refused("id\na\n") == (1, "name", "this column is missing")


def test_a_column_that_nobody_reads_is_named_and_one_that_may_be_there_is_read(read, refused):
    assert refused("id,name,more\na,A,x\n") == (1, "more", "no column of this name is known here")
    assert read("id,name,more\na,A,x\n", extra=["more"])[0]["more"] == "x"


def test_a_row_needs_its_id(refused):
    assert refused("id,name\na,A\n,B\n")[:2] == (3, "id")


def test_an_id_stands_once_and_the_first_is_named(refused):
    line, column, reason = refused("id,name\na,A\nb,B\na,C\n")
    assert (line, column, reason) == (4, "id", "“a” stands in line 2 already")


def test_a_row_has_as_many_cells_as_the_header(refused):
    assert refused("id,name\na\n") == (2, "id", "the row has 1 cells, the header has 2")
    assert refused("id,name\na,A,x\n") == (2, "name", "the row has 3 cells, the header has 2")


@pytest.mark.parametrize("text", ["id,name\n", "id,name\n\n\n"])
def test_a_header_alone_is_no_content(text, refused):
    assert refused(text)[2] == "the file has a header but no rows"


def test_a_text_in_another_encoding_is_named_with_its_cell(refused):
    line, column, reason = refused("id,name\na,A\nb,é\n".encode("cp1252"))
    assert (line, column) == (3, "name")
    assert "save the file as UTF-8" in reason


def test_an_open_quotation_mark_is_named_with_its_line(refused):
    line, _column, reason = refused('id,name\na,A\nb,"B\n')
    assert line == 3
    assert reason.startswith("this is not CSV")


def test_the_header_of_a_file_that_cannot_be_read_has_no_columns(tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "good.csv").write_bytes(b"\xef\xbb\xbfid, name\na,b\n")
    assert header(tmp_path / "missing.csv") == header(tmp_path / "empty.csv") == []
    assert header(tmp_path / "good.csv") == ["id", "name"]
