"""What additions.csv adds to the files beside it."""

import pytest

from alima_site.editorial.content_files import ContentError, read_rows


@pytest.fixture
def read(tmp_path):
    """The rows of a small file, once these lines were added to it."""

    def rows(added, head="file,id,column,value\n"):
        path = tmp_path / "made.csv"
        path.write_text("id,name\na,\nb,B\n")
        (tmp_path / "additions.csv").write_text(head + added)
        return {row["id"]: row for row in read_rows(path, "id", ["id", "name"], ["note"])}

    return rows


@pytest.fixture
def refused(read):
    def reasons(*args, **options):
        with pytest.raises(ContentError) as error:
            read(*args, **options)
        assert error.value.file == "additions.csv"
        return error.value.line, error.value.column, error.value.reason

    return reasons


def test_it_fills_an_empty_cell_and_a_column_the_file_does_not_have(read):
    rows = read("made.csv,a,name,A\nmade.csv,b,note,Noted\n")
    assert (rows["a"]["name"], rows["a"]["note"]) == ("A", "")
    assert (rows["b"]["name"], rows["b"]["note"]) == ("B", "Noted")


def test_what_is_for_another_file_is_left_to_it(read):
    assert read("other.csv,a,name,A\n")["a"]["name"] == ""


def test_a_fault_in_what_was_added_is_told_of_the_addition(read):
    row = read("other.csv,a,name,A\nmade.csv,b,note,Noted\n")["b"]
    with pytest.raises(ContentError, match=r"^additions\.csv, line 3, column value: wrong"):
        row.refuse("note", "wrong")
    with pytest.raises(ContentError, match=r"^made\.csv, line 3, column name: wrong"):
        row.refuse("name", "wrong")


def test_a_row_that_is_not_there_gets_nothing(refused):
    assert refused("made.csv,c,name,C\n") == (2, "id", "made.csv has no row “c”")


@pytest.mark.parametrize("column", ["id", "other"])
def test_an_id_and_a_column_that_is_not_read_cannot_be_added(column, refused):
    expected = f"made.csv has no column “{column}” to add to"
    assert refused(f"made.csv,a,{column},x\n") == (2, "column", expected)


def test_a_value_that_is_there_is_not_overwritten(refused):
    assert refused("made.csv,b,name,x\n") == (2, "column", "“name” of b has a value already")
    assert refused("made.csv,a,name,x\nmade.csv,a,name,y\n")[0] == 3


@pytest.mark.parametrize("head", ["", "file,id,column\n", "id,file,column,value\n"])
def test_its_columns_are_fixed(head, refused):
    reason = "the columns have to be file, id, column, value"
    assert refused("", head=head) == (1, "1", reason)


def test_each_of_its_rows_has_four_cells(refused):
    assert refused("made.csv,a,name\n")[2] == "the row has 3 cells, the header has 4"
