"""
One content file on its way into the database: which record a row is, and in what order.
file_writing.py says what is written of it.
"""

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db import models

from alima_site.editorial.cells import Many, Mutual, One
from alima_site.editorial.content_files import Row
from alima_site.editorial.file_writing import Step, Writer
from alima_site.editorial.load_memory import Memory

if TYPE_CHECKING:
    from alima_site.editorial.loading import Loader


class FileLoad:
    """The rows of a Loader's file as they become records."""

    def __init__(self, loader: "Loader") -> None:
        self.loader, self.run = loader, loader.run
        self.tally: Counter[str] = Counter()

    @property
    def title(self) -> str:
        kind = self.loader.model._meta.verbose_name_plural
        return f"{self.loader.app}/{self.loader.file}: {kind}"

    def load(self) -> None:
        """Two passes: first the records themselves, then what ties them to each other."""
        self.memory = Memory(self.loader.model)
        self.writer = Writer(self.loader, self.memory)
        rows = self.loader.rows()
        for cell in self.loader.cells.values():
            if isinstance(cell, Mutual):
                cell.complete({row[self.loader.key]: row for row in rows})
        for step in self._first_passes(rows):
            self._second_pass(step)
            self.memory.remember(self.loader.slug(step.row), step.record.pk, step.values)
            self.tally[step.outcome] += 1
        self.tally["left"] = len(self.memory.slugs - {self.loader.slug(row) for row in rows})
        self.memory.save()

    def _first_passes(self, rows: list[Row]) -> list[Step]:
        """From here on, cells of this file and later ones find its records by their names."""
        existing, index = self._existing(), self.run.find(self.loader.model)
        steps = []
        for row in rows:
            for cell in self.loader.unstored:
                cell.read(row, self.run.find)
            self.loader.check(row)
            step = self._first_pass(row, self._find(existing, self.loader.slug(row)))
            record = step.record if step else None
            index.by_name |= dict.fromkeys(self.loader.names(row), record)
            if step:
                index.by_slug[step.record.slug] = record
                steps.append(step)
        return steps

    def _existing(self) -> dict[str, Any]:
        many = [name for name, cell in self.loader.cells.items() if isinstance(cell, Many)]
        one = [name for name, cell in self.loader.cells.items() if isinstance(cell, One)]
        found = self.loader.model._default_manager.select_related(*one).prefetch_related(*many)
        return {record.pk: record for record in found}

    def _find(self, existing: dict[Any, Any], slug: str) -> Any:
        """The record of a row: the one loaded from it before, or one of that address word."""
        if slug in self.memory.slugs:
            return existing.get(self.memory.record_id(slug))
        return next((record for record in existing.values() if record.slug == slug), None)

    def _read(self, row: Row, *, after_save: bool) -> dict[str, Any]:
        return {
            name: cell.read(row, self.run.find)
            for name, cell in self.loader.cells.items()
            if cell.after_save == after_save
        }

    def _first_pass(self, row: Row, record: models.Model | None) -> Step | None:
        """The record with its own values; None when an editor deleted it."""
        values = self._read(row, after_save=False)
        if record is None:
            if self.loader.slug(row) in self.memory.slugs and not self.run.reset:
                self.tally["kept"] += 1
                return None
            record = self.loader.model(slug=self.loader.slug(row))
            self.writer.write(row, record, values, save=True)
            return Step(row, record, values, "created")
        step = Step(row, record, values, "unchanged")
        self.writer.change(step, values, save=True)
        return step

    def _second_pass(self, step: Step) -> None:
        ties = self._read(step.row, after_save=True)
        one = {name for name in ties if isinstance(self.loader.cells[name], One)}
        if step.outcome == "created":
            some = {name: tie for name, tie in ties.items() if tie}
            self.writer.write(step.row, step.record, some, save=bool(one & some.keys()))
        else:
            self.writer.change(step, ties, save=bool(one))
        step.values = step.values | ties
