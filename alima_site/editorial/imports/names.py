"""Records of the site by what a file may call them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alima_site.editorial.imports.records import Record


class Names:
    """The names known so far; each model is read once."""

    def __init__(self) -> None:
        self.known: dict[Any, dict[str, Any]] = {}

    def of(self, cell: "Record") -> dict[str, Any]:
        """None stands for a name that several records have."""
        if cell.model not in self.known:
            found: dict[str, Any] = {}
            records = list(cell.model._default_manager.all())
            for record in records:
                for name in {name for name in cell.names_of(record) if name}:
                    same = found.get(name, record)
                    found[name] = record if same == record else None
            # The address word is the record's own, whatever others are called.
            found |= {str(record.slug): record for record in records}
            self.known[cell.model] = found
        return self.known[cell.model]
