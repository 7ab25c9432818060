"""What an import would do, shown before it is done."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from alima_site.editorial.imports.reading import Entry

OUTCOMES = ("new", "changed", "same", "refused")


@dataclass
class Plan:
    """What an import does, row by row, and to the sums the site shows."""

    entries: list[Entry]
    remarks: list[str] = field(default_factory=list)
    # {"where": {language: …}, "before": …, "after": …}
    effects: list[dict[str, Any]] = field(default_factory=list)
    # Fields in which records of the import may name each other.
    own_keys: frozenset[str] = frozenset()

    @property
    def counts(self) -> dict[str, int]:
        counted = Counter(entry.outcome for entry in self.entries)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def writes(self) -> int:
        """How many records it makes or changes."""
        return self.counts["new"] + self.counts["changed"]

    @property
    def can_be_carried_out(self) -> bool:
        return not self.counts["refused"] and self.writes > 0

    @property
    def fingerprint(self) -> str:
        """Differs as soon as any record or sum is not as it was when somebody looked."""
        told = [self._told(entry) for entry in self.entries], self.effects
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def _told(self, entry: Entry) -> dict[str, Any]:
        """What is said of a row, without words of a language and keys that are not given yet."""
        new = {one.pk: one.slug for one in self.entries if one.outcome == "new"}
        after = {
            name: new.get(value, value) if name in self.own_keys else value
            for name, value in (entry.after or {}).items()
        }
        return entry.plain | {"pk": None, "label": "", "after": after}
