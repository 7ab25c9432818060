"""What can be imported: an `Importer` of each kind, registered by the room of its records."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alima_site.editorial.imports.columns import ImportColumn

Values = dict[str, Any]


class Importer:
    """Columns, and how a row finds its record. Values of a row are by the key of their column."""

    kind: str
    title: Any
    # The button above the list of its records.
    link: Any
    # What the upload page says, and the template's second sheet.
    advice: Any = ""
    model: Any
    columns: Sequence[ImportColumn]
    # Columns without which a file is not read.
    required: Sequence[str]
    # Columns in which a total names itself.
    naming: Sequence[str] = ()
    can_publish = False

    @property
    def column_of(self) -> Mapping[str, ImportColumn]:
        return {column.key: column for column in self.columns}

    @property
    def records(self) -> str:
        return str(capfirst(str(self.model._meta.verbose_name_plural)))

    @property
    def list_name(self) -> str:
        return f"admin:{self.model._meta.app_label}_{self.model._meta.model_name}_changelist"

    def _allows(self, user: Any, action: str) -> bool:
        options = self.model._meta
        return user.has_perm(f"{options.app_label}.{action}_{options.model_name}")

    def may_import(self, user: Any) -> bool:
        return self._allows(user, "import")

    def may_see(self, user: Any) -> bool:
        return self.may_import(user) or self._allows(user, "view")

    def may_publish(self, user: Any) -> bool:
        return self.can_publish and self._allows(user, "publish")

    def prepare(self, rows: Sequence[Values]) -> None:
        """Read at once what the rows will need."""

    def complete(self, values: Values) -> Values:
        """The values with what follows from them, or FaultAt a column."""
        return values

    def find(self, values: Values) -> models.Model | None:
        """The record the row is about; None for a new one."""
        raise NotImplementedError

    def start(self, values: Values, publish: bool) -> models.Model:
        """A new record, not saved."""
        return self.model()

    def tie(self, record: Any, values: Values, ids: Mapping[str, int]) -> None:
        """Set what may be a record of the same file; `ids` are those of its rows."""

    def remember(self, record: Any) -> None:
        """A record the import made, so that a later row about the same is noticed."""

    def measure(self, rows: Sequence[Values]) -> dict[str, dict[str, str]]:
        """What the site adds up of these rows: sentences in both languages, by their place."""
        return {}

    def allowed(self) -> list[tuple[str, str, str]]:
        """The codes a file may hold: column, code, meaning."""
        return []

    def why_not_deleted(self, records: Sequence[models.Model]) -> dict[int, str]:
        """Why an undo cannot remove records the import made, by key."""
        return {}


class FaultAt(Exception):  # noqa: N818
    """What is wrong with the cell of a column, as a sentence."""

    def __init__(self, key: str, reason: str) -> None:
        self.key, self.reason = key, reason
        super().__init__(reason)


IMPORTERS: dict[str, Importer] = {}


def register(importer: type[Importer]) -> type[Importer]:
    IMPORTERS[importer.kind] = importer()
    return importer


def needed(values: Values, key: str) -> Any:
    """The value of a column that has to be filled."""
    if key not in values:
        raise FaultAt(key, _("this cell is empty, and a row needs it"))
    return values[key]
