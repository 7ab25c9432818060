"""
What becomes of content files: one Loader a file, registered by its app. file_load.py
reads its rows, file_writing.py writes them, content_load.py runs them all.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from django.apps import apps
from django.db import models

from alima_site.editorial.cells import Cell, French, Many, One, OneOf, Text
from alima_site.editorial.content_files import Row, header, read_additions, read_rows
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.file_load import FileLoad
from alima_site.editorial.models import Confidence, Source, State

if TYPE_CHECKING:
    from alima_site.editorial.content_load import Run

LOADERS: list[type["Loader"]] = []


def content_folder(app: str) -> Path:
    return Path(apps.get_app_config(app).path) / "content"


def register(loader: type["Loader"]) -> type["Loader"]:
    """Class decorator; files load in the order of registration, so parents come first."""
    LOADERS.append(loader)
    return loader


class StateOf(Cell):
    """The state in which the row is loaded; `in_review` names those somebody confirms first."""

    def __init__(self, in_review: Callable[[Row], bool]) -> None:
        super().__init__("", extra=True)
        self.in_review = in_review

    def parse(self, row: Row) -> str:
        return State.IN_REVIEW if self.in_review(row) else State.PUBLISHED


def sourced(
    *, note: bool = True, in_review: Callable[[Row], bool] = lambda row: False
) -> dict[str, Cell]:
    """The fields sourced files fill the same way; `note` tells whether the file has the column."""
    return {
        "source": One("source_id", Source),
        "further_sources": Many("source_id", Source, rest=True),
        "confidence": OneOf("confidence", Confidence),
        "note_en": Text("note" if note else "note_en", extra=not note),
        "note_fr": French("note_fr", extra=True),
        "state": StateOf(in_review),
    }


class Loader:
    """How one file becomes records of one model. Subclasses fill in the class attributes."""

    app: ClassVar[str]
    file: ClassVar[str]
    model: ClassVar[type[models.Model]]
    # By field. Columns that are called as a text in two languages is need not be named.
    cells: dict[str, Cell]
    # Columns that are checked, but stand in no field.
    unstored: ClassVar[list[Cell]] = []
    key: ClassVar[str] = "id"

    def __init__(self, run: "Run") -> None:
        self.run = run
        self.cells = self._cells_by_name() | self.cells
        self.progress = FileLoad(self)

    def _cells_by_name(self) -> dict[str, Cell]:
        """For a field `motto`, the columns `motto` or `motto_en`, and `motto_fr`."""
        named = {cell.column for cell in [*self.cells.values(), *self.unstored]}
        columns = set(header(content_folder(self.app) / self.file)) - named
        found: dict[str, Cell] = {}
        for field in bilingual_fields(self.model):
            name, language = field.name.rsplit("_", 1)
            is_french = language == "fr"
            for column in columns & ({field.name} if is_french else {name, field.name}):
                found[field.name] = French(column) if is_french else Text(column)
        return found

    def rows(self) -> list[Row]:
        """The rows of the file, in the order in which they can be loaded."""
        columns = [*self.cells.values(), *self.unstored]
        return read_rows(
            content_folder(self.app) / self.file,
            self.key,
            [self.key, *(cell.column for cell in columns if not cell.extra)],
            [cell.column for cell in columns if cell.extra and cell.column],
        )

    def slug(self, row: Row) -> str:
        return row[self.key]

    def names(self, row: Row) -> list[str]:
        """What cells of other files call the record of this row."""
        return [row[self.key]]

    def check(self, row: Row) -> None:
        """Refuse what no single cell can see."""

    def load(self) -> None:
        self.progress.load()


def refuse_strange_additions() -> None:
    """ContentError for an addition to a file that no loader reads."""
    for app in {loader.app for loader in LOADERS}:
        files = {loader.file for loader in LOADERS if loader.app == app}
        for added in read_additions(content_folder(app)):
            if added["file"] not in files:
                added.refuse("file", f"no file “{added['file']}” is loaded from this folder")
