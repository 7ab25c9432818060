"""What a loader makes of its file: which column stands in which field."""

import pytest

from alima_site.editorial.cells import French, OneOf, Text
from alima_site.editorial.content_files import ContentError, Row
from alima_site.editorial.content_load import Run
from alima_site.editorial.loaders import TopicLoader
from alima_site.editorial.loading import Loader, refuse_strange_additions, sourced
from alima_site.editorial.models import Topic


class Named(Loader):
    app, file, model = "editorial", "named.csv", Topic
    cells = {"also": Text("name")}
    unstored = [Text("name_de")]


def cells(folder, header):
    (folder / "named.csv").write_text(header)
    return {name: (type(cell), cell.column) for name, cell in Named(Run()).cells.items()}


def test_columns_called_as_a_text_are_read_into_it_in_their_language(folder):
    assert cells(folder, "id,name,name_en,name_fr\n") == {
        "also": (Text, "name"), "name_en": (Text, "name_en"), "name_fr": (French, "name_fr"),
    }  # fmt: skip


def test_a_column_that_a_cell_names_is_read_by_it_alone(folder):
    assert cells(folder, "id,name\n") == {"also": (Text, "name")}


def test_topics_are_called_by_their_names_in_small_letters(folder):
    row = Row("topics.csv", 2, {"id": "water", "name_en": "Water", "also_en": "WASH; Hygiene"})
    assert TopicLoader(Run()).names(row) == ["water", "wash", "hygiene"]


def test_a_row_waits_in_review_where_its_loader_says_so():
    state = sourced(in_review=lambda row: row["kind"] == "leader")["state"]
    assert state.parse(Row("a.csv", 2, {"kind": "leader"})) == "in_review"
    assert state.parse(Row("a.csv", 3, {"kind": "other"})) == "published"
    assert sourced()["state"].parse(Row("a.csv", 4, {"kind": "leader"})) == "published"


def test_a_note_is_english_whatever_its_column_is_called():
    assert (sourced()["note_en"].column, sourced()["note_en"].extra) == ("note", False)
    other = sourced(note=False)["note_en"]
    assert (other.column, other.extra) == ("note_en", True)
    assert isinstance(sourced()["confidence"], OneOf)


def test_an_addition_to_a_file_that_nobody_loads_is_refused(folder):
    added = folder / "additions.csv"
    added.write_text("file,id,column,value\ntopic.csv,a,name_fr,Eau\n")
    with pytest.raises(ContentError, match=r"additions\.csv, line 2, column file: no file “topic"):
        refuse_strange_additions()
