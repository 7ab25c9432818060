"""What the last load wrote: a value that differs from it was changed by an editor since."""

from collections.abc import Set
from typing import Any

from django.db import models

from alima_site.editorial.models import LoadedRow


class Memory:
    """The rows of one model's file as they were loaded, by slug."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model._meta.label
        found = LoadedRow.objects.filter(model=self.model)
        self._rows = {known.slug: known for known in found}

    @property
    def slugs(self) -> Set[str]:
        return self._rows.keys()

    def record_id(self, slug: str) -> int:
        """The record of a row, whatever address word an editor gave it since."""
        return self._rows[slug].record_id

    def values(self, slug: str) -> dict[str, Any]:
        return self._rows[slug].values if slug in self._rows else {}

    def remember(self, slug: str, record_id: int, values: dict[str, Any]) -> None:
        known = self._rows.get(slug)
        if known is None:
            self._rows[slug] = LoadedRow(
                model=self.model, slug=slug, record_id=record_id, values=values
            )
        elif (known.values, known.record_id) != (values, record_id):
            known.values, known.record_id = values, record_id
            known.save()

    def save(self) -> None:
        """Write the rows that are new, all at once."""
        new = [known for known in self._rows.values() if known.pk is None]
        LoadedRow.objects.bulk_create(new, batch_size=200)
