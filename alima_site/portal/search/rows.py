"""The rows of the index that a question asks for, and which of them the public may see now."""

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from django.apps import apps
from django.db.models import F, Q, Value

from alima_site.portal.search import pages
from alima_site.portal.search.tables import SearchWord

# More keys than these are not sent to the database: all public ones are asked for instead.
MANY = 900
Key = tuple[str, int]


class Row(NamedTuple):
    """A word of an entry, with what counts of the entry."""

    word: str
    stem: str
    form: str
    place: int
    via_model: str
    via_id: int | None
    entry: int
    model: str
    object_id: int
    kind: str
    slug: str
    length: int

    @property
    def keys(self) -> list[Key]:
        """The records that must be public for this row to count."""
        own = [] if self.model == pages.MODEL else [(self.model, self.object_id)]
        return [*own, (self.via_model, self.via_id)] if self.via_id else own


def rows_where(condition: Q, on_page: Callable[[Row], bool], language: str) -> list[Row]:
    """The rows of records, public or not, and those of the portal's own pages."""
    names = [
        *("word", "stem", "form", "place", "via_model", "via_id", "entry_id"),
        *(f"entry__{name}" for name in ("model", "object_id", "kind", "slug", "length")),
    ]
    found = SearchWord.objects.filter(condition, language=language)
    rows = [Row(*values) for values in found.values_list(*names).iterator()]
    return rows + [row for row in page_rows(language) if on_page(row)]


def public_rows(*lists: list[Row]) -> list[list[Row]]:
    """Of each list, the rows of what the public may see at this moment."""
    public = public_among({key for rows in lists for row in rows for key in row.keys})
    return [[row for row in rows if public.issuperset(row.keys)] for rows in lists]


def public_among(keys: set[Key]) -> set[Key]:
    """Those of these records that are public; one query for all kinds."""
    by_model: dict[str, list[int]] = defaultdict(list)
    for model, key in keys:
        by_model[model].append(key)
    questions = []
    for name in sorted(by_model):
        public = apps.get_model(name)._default_manager.published()
        if len(by_model[name]) <= MANY // len(by_model):
            public = public.filter(pk__in=by_model[name])
        questions.append(public.order_by().values_list(Value(name), F("pk")))
    if not questions:
        return set()
    first, *others = questions
    return keys.intersection(first.union(*others, all=True) if others else first)


def page_rows(language: str) -> list[Row]:
    return [
        Row(w.word, w.stem, w.form, w.place, "", None, -number, pages.MODEL, number, "page",
            entry.slug, entry.length)
        for number, (entry, words) in enumerate(pages.entries(language), 1)
        for w in words
    ]  # fmt: skip
