"""How a table is written as CSV and JSON, with no, one and many rows."""

import csv
import io
import json

import pytest

from alima_site.portal.open_data.columns import Column
from alima_site.portal.open_data.data_sets import DataSet
from alima_site.portal.open_data.derived import Derived
from alima_site.portal.open_data.files import AT_ONCE, Table, as_csv, as_json, packed


def table(*values):
    columns = [
        Column("ID", "#meta+id", "Its number", lambda row: row[0], "integer"),
        Column("Said (fr)", "#meta+said", "What is said", lambda row: row[1]),
    ]
    rows = list(enumerate(values))
    return Table(DataSet("made", "Made", "Made rows", lambda: rows, columns), Derived(lambda: rows))


def csv_lines(*values):
    text = b"".join(as_csv(table(*values))).decode()
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def as_object(*values):
    return json.loads(b"".join(as_json(table(*values))))


def test_a_csv_begins_with_labels_and_tags_even_without_rows():
    assert csv_lines() == [["ID", "Said (fr)"], ["#meta+id", "#meta+said"]]


def test_a_csv_cell_keeps_commas_quotes_and_lines():
    said = 'un, "deux"\nété'
    assert csv_lines(said)[2:] == [["0", said]]


def test_csv_lines_end_as_rfc_4180_has_it():
    assert b"".join(as_csv(table("a"))).endswith(b"0,a\r\n")


def test_yes_and_no_are_small_words_and_nothing_is_an_empty_cell():
    assert [line[1] for line in csv_lines(True, False, None, 0)[2:]] == ["true", "false", "", "0"]


@pytest.mark.parametrize("count", [0, 1, 2, AT_ONCE, AT_ONCE + 1])
def test_every_row_is_in_both_files_however_many_there_are(count):
    values = [f"row {number}" for number in range(count)]
    assert [line[1] for line in csv_lines(*values)[2:]] == values
    assert [row["said_fr"] for row in as_object(*values)["rows"]] == values


def test_many_rows_are_written_piece_by_piece():
    pieces = list(as_csv(table(*["a"] * (AT_ONCE * 2 + 1))))
    assert [piece.count(b"\r\n") for piece in pieces] == [1, 1, AT_ONCE, AT_ONCE, 1]


def test_json_says_its_name_licence_and_count():
    found = as_object("a", "b")
    assert found["name"] == "made"
    assert found["licence"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["count"] == 2
    assert "sum" not in found


def test_json_keeps_types_and_leaves_a_formula_alone():
    rows = as_object(None, True, "=1+1", "é")["rows"]
    assert [row["said_fr"] for row in rows] == [None, True, "=1+1", "é"]
    assert rows[3]["id"] == 3


def test_json_writes_accents_as_they_are():
    assert "été" in b"".join(as_json(table("été"))).decode()


def test_a_large_file_is_handed_on_whole():
    content = bytes(range(256)) * 1000
    assert b"".join(packed(lambda file: file.write(content))) == content


def test_derived_rows_are_made_once():
    made = []
    rows = Derived(lambda: made.append(1) or ["a", "b"])
    assert (rows.count(), list(rows), list(rows.iterator(chunk_size=1))) == (
        2,
        ["a", "b"],
        ["a", "b"],
    )
    assert len(made) == 1
