"""
One content file on its way into the database. A second load changes nothing; what an
editor changed since the last one stays, unless reset.
"""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_noop

from alima_site.editorial.cells import Many, Mutual, One
from alima_site.editorial.content_files import Row
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.load_memory import Memory
from alima_site.editorial.token_refusals import unknown_codes_allowed

if TYPE_CHECKING:
    from alima_site.editorial.loading import Loader

# What the corrections page says of a published number that the files changed.
REASON = {
    "fr": "Mise à jour des fichiers de contenu.",
    "en": gettext_noop("Update of the content files."),
}


@dataclass
class Step:
    """One row on its way into the database."""

    row: Row
    record: Any
    values: dict[str, Any]
    outcome: str


class FileLoad:
    """The rows of a Loader's file as they become records."""

    def __init__(self, loader: "Loader") -> None:
        self.loader, self.run = loader, loader.run
        self.tally: Counter[str] = Counter()
        self.written: list[tuple[Row, models.Model]] = []

    @property
    def title(self) -> str:
        kind = self.loader.model._meta.verbose_name_plural
        return f"{self.loader.app}/{self.loader.file}: {kind}"

    def load(self) -> None:
        """Two passes: first the records themselves, then what ties them to each other."""
        self.memory = Memory(self.loader.model)
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
            self._write(row, record, values, save=True)
            return Step(row, record, values, "created")
        step = Step(row, record, values, "unchanged")
        self._change(step, values, save=True)
        return step

    def _second_pass(self, step: Step) -> None:
        ties = self._read(step.row, after_save=True)
        one = {name for name in ties if isinstance(self.loader.cells[name], One)}
        if step.outcome == "created":
            saved = any(ties[name] is not None for name in one)
            self._write(step.row, step.record, ties, save=saved)
        else:
            self._change(step, ties, save=bool(one))
        step.values = step.values | ties

    def _change(self, step: Step, values: dict[str, Any], *, save: bool) -> None:
        """Write what the file says anew; what an editor changed since the last load stays."""
        last = self.memory.values(self.loader.slug(step.row))
        current = {name: self.loader.cells[name].current(step.record, name) for name in values}
        differing = {name for name in values if values[name] != current[name]}
        writable = {
            name for name in differing
            # A column that is new has been loaded into nothing yet.
            if self.run.reset or (last and last.get(name, "") == current[name])
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
                self.loader.cells[name].write(record, name, value, self.run.find)
            if save:
                with unknown_codes_allowed():
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

    def _refuse(self, row: Row, error: ValidationError) -> None:
        """Point at the column behind the first field that full_clean() refused."""
        name, messages = next(iter(error.message_dict.items()))
        cell = self.loader.cells.get(name)
        column = self.loader.key if name in (NON_FIELD_ERRORS, "slug") or not cell else cell.column
        row.refuse(column or self.loader.key, " ".join(messages))
