"""
Loading content files into records: one Loader a file, registered by its app.
A second run changes nothing; what an editor changed since stays, unless reset.
"""

from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.dispatch import Signal
from django.utils.translation import gettext_noop

from alima_site.editorial import tokens
from alima_site.editorial.cells import Cell, French, Index, Many, Mutual, One, OneOf, Text
from alima_site.editorial.content_files import Row, read_additions, read_rows
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Confidence, LoadedRow, Source, State, one_act

LOADERS: list[type["Loader"]] = []
# Whether records are being written by a load: who keeps something of each waits for its end.
loading: ContextVar[bool] = ContextVar("loading", default=False)
# The end, still in the load's transaction; `changed` tells whether any record was written.
content_loaded = Signal()
# What the corrections page says of a published number that the files changed.
REASON = {
    "fr": "Mise à jour des fichiers de contenu.",
    "en": gettext_noop("Update of the content files."),
}


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
    cells: ClassVar[dict[str, Cell]]
    # Columns that are checked, but stand in no field.
    unstored: ClassVar[list[Cell]] = []
    key: ClassVar[str] = "id"

    def __init__(self, run: "Run") -> None:
        self.run = run
        self.tally: Counter[str] = Counter()
        self.written: list[tuple[Row, models.Model]] = []

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
        """Two passes: first the records themselves, then what ties them to each other."""
        self.loaded = {
            known.slug: known for known in LoadedRow.objects.filter(model=self.model._meta.label)
        }
        existing = self._existing()
        index = self.run.find(self.model)
        pending = []
        rows = self.rows()
        for cell in self.cells.values():
            if isinstance(cell, Mutual):
                cell.complete({row[self.key]: row for row in rows})
        for row in rows:
            for cell in self.unstored:
                cell.read(row, self.run.find)
            self.check(row)
            step = self._first_pass(row, self._find(existing, self.slug(row)))
            record = step.record if step else None
            index.by_name |= dict.fromkeys(self.names(row), record)
            if step:
                index.by_slug[step.record.slug] = record
                pending.append(step)
        for step in pending:
            self._second_pass(step)
            self._remember(step)
            self.tally[step.outcome] += 1
        self.tally["left"] = len(set(self.loaded) - {self.slug(row) for row in rows})
        self._save_memory()

    def _existing(self) -> dict[str, Any]:
        many = [name for name, cell in self.cells.items() if isinstance(cell, Many)]
        one = [name for name, cell in self.cells.items() if isinstance(cell, One)]
        found = self.model._default_manager.select_related(*one).prefetch_related(*many)
        return {record.pk: record for record in found}

    def _find(self, existing: dict[Any, Any], slug: str) -> Any:
        """The record of a row: the one loaded from it before, or one of that address word."""
        if known := self.loaded.get(slug):
            return existing.get(known.record_id)
        return next((record for record in existing.values() if record.slug == slug), None)

    def _read(self, row: Row, *, after_save: bool) -> dict[str, Any]:
        return {
            name: cell.read(row, self.run.find)
            for name, cell in self.cells.items()
            if cell.after_save == after_save
        }

    def _first_pass(self, row: Row, record: models.Model | None) -> "Step | None":
        """The record with its own values; None when an editor deleted it."""
        values = self._read(row, after_save=False)
        if record is None:
            if self.slug(row) in self.loaded and not self.run.reset:
                self.tally["kept"] += 1
                return None
            record = self.model(slug=self.slug(row))
            self._write(row, record, values, save=True)
            return Step(row, record, values, "created")
        step = Step(row, record, values, "unchanged")
        self._change(step, values, save=True)
        return step

    def _second_pass(self, step: "Step") -> None:
        ties = self._read(step.row, after_save=True)
        one = {name for name in ties if isinstance(self.cells[name], One)}
        if step.outcome == "created":
            saved = any(ties[name] is not None for name in one)
            self._write(step.row, step.record, ties, save=saved)
        else:
            self._change(step, ties, save=bool(one))
        step.values = step.values | ties

    def _change(self, step: "Step", values: dict[str, Any], *, save: bool) -> None:
        """Write what the file says anew; what an editor changed since the last load stays."""
        slug = self.slug(step.row)
        last = self.loaded[slug].values if slug in self.loaded else {}
        current = {name: self.cells[name].current(step.record, name) for name in values}
        differing = {name for name in values if values[name] != current[name]}
        writable = {
            name for name in differing
            if self.run.reset or (name in last and last[name] == current[name])
        }  # fmt: skip
        if writable:
            changes = {name: values[name] for name in values if name in writable}
            self._write(step.row, step.record, changes, save=save)
            step.outcome = "changed"
        elif differing and step.outcome == "unchanged":
            step.outcome = "kept"

    def _write(self, row: Row, record: Any, values: dict[str, Any], *, save: bool) -> None:
        try:
            for name, value in values.items():
                self.cells[name].write(record, name, value, self.run.find)
            if save:
                with tokens.unknown_codes_allowed():
                    record.full_clean()
                record.correction_reason = REASON
                record.save()
                self.written.append((row, record))
        except ValidationError as error:
            self._refuse(row, error)

    def refuse_unknown_tokens(self) -> None:
        """Once every file is loaded: ContentError for a text that names no published figure."""
        for row, record in self.written:
            others = {field.name for field in record._meta.fields} - {
                field.name
                for field in bilingual_fields(type(record))
                if "[[" in getattr(record, field.name)
            }
            try:
                record.clean_fields(exclude=others)
            except ValidationError as error:
                self._refuse(row, error)

    def _remember(self, step: "Step") -> None:
        slug = self.slug(step.row)
        known = self.loaded.get(slug)
        if known is None:
            self.loaded[slug] = LoadedRow(
                model=self.model._meta.label,
                slug=slug,
                record_id=step.record.pk,
                values=step.values,
            )
        elif (known.values, known.record_id) != (step.values, step.record.pk):
            known.values, known.record_id = step.values, step.record.pk
            known.save()

    def _save_memory(self) -> None:
        new = [known for known in self.loaded.values() if known.pk is None]
        LoadedRow.objects.bulk_create(new, batch_size=200)

    def _refuse(self, row: Row, error: ValidationError) -> None:
        """Point at the column behind the first field that full_clean() refused."""
        name, messages = next(iter(error.message_dict.items()))
        cell = self.cells.get(name)
        column = self.key if name in (NON_FIELD_ERRORS, "slug") or not cell else cell.column
        row.refuse(column or self.key, " ".join(messages))


def refuse_strange_additions() -> None:
    """ContentError for an addition to a file that no loader reads."""
    for app in {loader.app for loader in LOADERS}:
        files = {loader.file for loader in LOADERS if loader.app == app}
        for added in read_additions(content_folder(app)):
            if added["file"] not in files:
                added.refuse("file", f"no file “{added['file']}” is loaded from this folder")


@dataclass
class Step:
    """One row on its way into the database."""

    row: Row
    record: Any
    values: dict[str, Any]
    outcome: str


class Run:
    """One load of all files, all or nothing."""

    def __init__(self, *, reset: bool = False) -> None:
        self.reset = reset
        self._indexes: dict[type[models.Model], Index] = {}

    def find(self, model: type[models.Model]) -> Index:
        return self._indexes.setdefault(model, Index())

    def load(self) -> list[tuple[str, Counter[str]]]:
        """Load every file and tell what became of it; ContentError leaves all as it was."""
        loaders = [loader(self) for loader in LOADERS]
        refuse_strange_additions()
        with one_act(reason=REASON["en"]):
            before = loading.set(True)
            try:
                for loader in loaders:
                    loader.load()
            finally:
                loading.reset(before)
            for loader in loaders:
                loader.refuse_unknown_tokens()
            changed = any(loader.tally["created"] + loader.tally["changed"] for loader in loaders)
            content_loaded.send(type(self), changed=changed)
        return [
            (f"{loader.app}/{loader.file}: {loader.model._meta.verbose_name_plural}", loader.tally)
            for loader in loaders
        ]
