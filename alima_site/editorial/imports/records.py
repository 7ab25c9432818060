"""Cells of an import that name records of the site."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial.imports.columns import Cell, unknown
from alima_site.editorial.imports.names import Names
from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.columns import plain_word
from alima_site.editorial.spreadsheets.sheets import Plain


class Record(Cell):
    """A record of the site, by its address word or one of its names."""

    def __init__(
        self, model: Any, names: Iterable[str] = (), *,
        more: Callable[[Any], Iterable[str]] = lambda record: (), none: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.model, self.names, self.more = model, list(names), more
        self.none = {plain_word(word) for word in none}

    def names_of(self, record: Any) -> set[str]:
        given = [getattr(record, name) for name in self.names]
        words = [str(text) for text in (*given, *self.more(record)) if text]
        return {str(record.slug), *words, *map(plain_word, words)}

    def read(self, value: Plain, names: Names) -> Any:
        text = str(value).strip()
        if plain_word(text) in self.none:
            return None
        known = names.of(self)
        for name in (text, text.lower(), plain_word(text)):
            if name in known:
                if known[name] is None:
                    raise Refused(
                        _("“%(value)s” names several records; write the code") % {"value": text}
                    )
                return known[name]
        slugs = [record.slug for record in known.values() if record]
        near = get_close_matches(text.lower(), slugs, 1, 0.6)
        if not near and (similar := get_close_matches(plain_word(text), list(known), 1, 0.75)):
            near = [known[similar[0]].slug] if known[similar[0]] else []
        raise Refused(unknown(text, near))


class Records(Record):
    """Several records, separated by semicolons or commas."""

    def read(self, value: Plain, names: Names) -> list[Any]:
        parts = str(value).replace(",", ";").split(";")
        return [super(Records, self).read(part, names) for part in parts if part.strip()]
