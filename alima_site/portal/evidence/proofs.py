"""One thing that shows a commitment."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Link(NamedTuple):
    label: str
    url: str


@dataclass(frozen=True)
class Proof:
    """One thing that shows a commitment; without words it is not published, `needed` says what."""

    label: str
    words: str = ""
    links: list[Link] = field(default_factory=list)
    sources: list[Any] = field(default_factory=list)
    url: str = ""
    note: str = ""
    needed: Any = ""


def first_sources(records: Iterable[Any]) -> list[Any]:
    """The main public source of each, none twice."""
    return list(dict.fromkeys(s for record in records for s in record.public_sources[:1]))
