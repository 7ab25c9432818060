"""A column by what files call it, and how two names are compared."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from alima_site.editorial.wording import is_french


def plain_word(text: Any) -> str:
    """A name as it is compared: no accents, no capitals, no punctuation."""
    parts = unicodedata.normalize("NFKD", str(text).replace("œ", "oe").replace("Œ", "oe"))
    letters = "".join(c for c in parts if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", letters))


@dataclass(frozen=True)
class Column:
    """A column by what files call it: its label in each language, HXL tag, and other names."""

    key: str
    label_fr: str
    label_en: str
    tag: str
    meaning: Any = ""
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its label in the reader's language."""
        return self.label_fr if is_french() else self.label_en

    @property
    def labels(self) -> list[str]:
        """What it is called first of all."""
        return [plain_word(name) for name in (self.label_fr, self.label_en, self.key)]

    @property
    def names(self) -> set[str]:
        return {*self.labels, *map(plain_word, self.aliases)}

    @property
    def tags(self) -> frozenset[str]:
        return tag_of(self.tag)


def tag_of(text: str) -> frozenset[str]:
    """An HXL tag; the order of its attributes does not matter."""
    return frozenset(re.sub(r"\s", "", text).lower().split("+"))
