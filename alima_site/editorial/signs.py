"""How a text names a record: by its token, or by the address of its page."""

from typing import Any

from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.token_kinds import KINDS


def tokens_of(record: Any) -> list[str]:
    """How the tokens of a record begin."""
    if isinstance(record, Figure):
        return [f"[[figure:{record.slug}]]", f"[[figure:{record.slug}/"]
    if isinstance(record, FigureVersion):
        version = f"[[figure:{record.figure.slug}/{record.slug}]]"
        return [f"[[figure:{record.figure.slug}]]", version] if record.is_current else [version]
    # Other rooms name their kinds of tokens; a code no text names is found nowhere.
    return [f"[[{name}:{record.slug}]]" for name in KINDS if name != "figure"]


def addresses_of(record: Any) -> list[str]:
    """How links to the page of a record end; none where it stands on a page of many."""
    return [f'{path}"' for path in record.addresses().values() if path.endswith("/")]
