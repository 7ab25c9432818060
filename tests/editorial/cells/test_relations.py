"""Cells that name other records."""

import pytest

from alima_site.editorial.cells import Index, Many, Mutual, One
from alima_site.editorial.content_files import ContentError
from alima_site.editorial.models import Source
from tests.editorial.cells.rows import read, record, refused, row

# Editors renamed the second one, and deleted the last.
FIRST, SECOND = record(slug="first"), record(slug="renamed")
KNOWN = Index({"first": FIRST, "second": SECOND, "gone": None}, {"first": FIRST, "renamed": SECOND})


def find(model):
    return {Source: KNOWN}[model]


def test_one_record_is_known_by_what_the_files_call_it():
    assert read(One("s", Source), "second", find) == "renamed"
    assert read(One("s", Source), "First", find) == "first"


def test_of_several_names_the_first_is_the_one_and_the_rest_are_the_many():
    assert read(One("s", Source), "second; first", find) == "renamed"
    assert read(Many("s", Source, rest=True), "second; first", find) == ["first"]
    assert read(Many("s", Source, rest=True), "second", find) == []


def test_many_records_are_compared_in_one_order_and_each_once():
    assert read(Many("s", Source), "second;first;first", find) == ["first", "renamed"]


def test_a_record_that_an_editor_deleted_is_no_record():
    assert read(One("s", Source), "gone", find) is None
    assert read(Many("s", Source), "gone; first", find) == ["first"]


def test_a_name_that_no_file_has_is_refused():
    assert refused(One("s", Source), "third", find) == "“third” is not a known Source id"
    assert refused(Many("s", Source), "first;third", find) == "“third” is not a known Source id"


@pytest.mark.parametrize(("none", "text"), [("", ""), ("", " ; "), ("all", "all")])
def test_a_word_for_none_is_no_record(none, text):
    assert read(One("s", Source, none=none), text, find) is None


def test_an_empty_cell_is_refused_where_another_word_means_none():
    assert "is not a known Source id" in refused(One("s", Source, none="all"), "", find)


def test_a_record_is_tied_to_another_and_compared_by_its_address_word():
    made = record(source=None)
    assert One("s", Source).current(made, "source") is None
    One("s", Source).write(made, "source", "renamed", find)
    assert (made.source, One("s", Source).current(made, "source")) == (SECOND, "renamed")
    One("s", Source).write(made, "source", None, find)
    assert made.source is None


def mutual(**cells):
    rows = {name: row(id=name, others=text) for name, text in cells.items()}
    Mutual("others", Source).complete(rows)
    return {name: one.list("others") for name, one in rows.items()}


def test_rows_that_one_of_them_ties_are_tied_on_both_sides():
    assert mutual(a="b; c", b="", c="a") == {"a": ["b", "c"], "b": ["a"], "c": ["a"]}
    assert mutual(a="b", b="c", c="") == {"a": ["b"], "b": ["c", "a"], "c": ["b"]}


def test_a_row_may_name_one_that_is_not_in_the_file():
    assert mutual(a="elsewhere") == {"a": ["elsewhere"]}


def test_a_row_is_not_tied_to_itself():
    with pytest.raises(ContentError, match="a row cannot name itself here"):
        mutual(a="b; a", b="")
