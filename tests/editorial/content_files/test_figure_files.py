"""The versions of a headline figure are rows of one file."""

import pytest

from alima_site.editorial.content_files import ContentError
from alima_site.editorial.content_load import Run
from alima_site.editorial.loaders import FigureLoader, FigureVersionLoader

FIGURES = (
    "id,figure,current,label_en,label_fr,value,unit,theme,group,qualifier,"
    "period_as_printed,as_of,countries,source_published,source_id,confidence,note"
)


def figures(folder, *rows):
    lines = []
    for row in rows:
        cells = {"figure": "total", "unit": "people", "theme": "reach", "group": "g"} | row
        lines.append(",".join(cells.get(column, "") for column in FIGURES.split(",")))
    (folder / "headline_figures.csv").write_text("\n".join([FIGURES, *lines]))


def test_a_figure_is_named_by_its_current_version(folder):
    old, new = {"id": "a", "label_en": "Old"}, {"id": "b", "label_en": "New", "current": "yes"}
    for rows in ([old, new], [new, old]):
        figures(folder, *rows)
        assert [row["label_en"] for row in FigureLoader(Run()).rows()] == ["New"]


def test_without_a_current_version_the_first_names_the_figure(folder):
    figures(folder, {"id": "a", "label_en": "One"}, {"id": "b", "label_en": "Two"})
    assert [row["label_en"] for row in FigureLoader(Run()).rows()] == ["One"]


@pytest.mark.parametrize("column", ["unit", "theme", "group"])
def test_versions_of_one_figure_agree_on_what_it_is(column, folder):
    figures(folder, {"id": "a"}, {"id": "b", column: "other"})
    with pytest.raises(ContentError, match=f"line 3, column {column}: another version of total"):
        FigureLoader(Run()).rows()


def test_the_version_that_stops_being_current_is_written_first(folder):
    figures(folder, {"id": "a", "current": "yes"}, {"id": "b"})
    assert [row["id"] for row in FigureVersionLoader(Run()).rows()] == ["b", "a"]
