"""A row of a content file, and what its cells are asked."""

from types import SimpleNamespace

import pytest

from alima_site.editorial.cells import Index
from alima_site.editorial.content_files import ContentError, Row


def row(**cells):
    return Row("made.csv", 3, cells)


def nothing(model):
    """Where no record is known yet."""
    return Index()


def read(cell, text, find=nothing, **others):
    """What the cell makes of this text in its column."""
    return cell.read(row(**{cell.column: text}, **others), find)


def record(**values):
    return SimpleNamespace(**values)


def refused(cell, text, find=nothing):
    """The reason for which the cell is refused, once its place is right."""
    with pytest.raises(ContentError) as error:
        read(cell, text, find)
    assert (error.value.file, error.value.line, error.value.column) == ("made.csv", 3, cell.column)
    return error.value.reason
