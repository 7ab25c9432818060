"""
What is written of the rows of a content file: what it says anew. What an editor changed
since the last load stays, unless reset.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_noop

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


class Writer:
    """Writes rows into records; what cannot be taken is refused with its place in the file."""

    def __init__(self, loader: "Loader", memory: Memory) -> None:
        self.loader, self.run, self.memory = loader, loader.run, memory
        self.written: list[tuple[Row, models.Model]] = []

    def change(self, step: Step, values: dict[str, Any], *, save: bool) -> None:
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
            self.write(step.row, step.record, changes, save=save)
            step.outcome = "changed"
        elif differing and step.outcome == "unchanged":
            step.outcome = "kept"

    def write(self, row: Row, record: Any, values: dict[str, Any], *, save: bool) -> None:
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
