"""
From what a reader typed to results in order. The database gives rows by word (rows.py); the
points are counted here, so that the order is the same on every database.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Q

from alima_site.portal.search.kinds import weight_of
from alima_site.portal.search.rows import Row, public_rows, rows_where
from alima_site.portal.search.spelling import one_edit_from
from alima_site.portal.search.tables import SearchWord
from alima_site.portal.search.words import Token, compressed, is_stop_word, stem, tokens

Place = SearchWord.Place
POINTS = {Place.WHOLE: 30.0, Place.NAME: 10.0, Place.ALSO: 7.0, Place.TIED: 3.0, Place.TEXT: 2.0}
EXACT, SAME_STEM, BEGINNING = 1.0, 0.8, 0.5
LONGEST_QUERY = 300
MOST_WORDS = 12
SHORTEST_BEGINNING = 3


class Hit(NamedTuple):
    points: float
    entry: int
    kind: str
    model: str
    slug: str

    @property
    def order(self) -> Any:
        return -self.points, -weight_of(self.kind, self.model), self.model, self.slug


class Found(NamedTuple):
    hits: list[Hit]
    # Whether every hit holds every word; if not, each holds as many as any does.
    complete: bool
    # The query with its typing errors mended; empty when there is nothing to mend.
    suggestion: str
    # What is marked in a result: stems, and beginnings of words.
    stems: set[str]
    beginnings: list[str]


def cleaned(query: str) -> str:
    """What is kept of a query, and shown again: printable, composed, not endless."""
    text = "".join(" " if unicodedata.category(c).startswith("C") else c for c in query)
    return " ".join(unicodedata.normalize("NFC", text[: LONGEST_QUERY * 2]).split())[:LONGEST_QUERY]


class Search:
    """One question, asked once. Wants a query that is `cleaned()`."""

    def __init__(self, query: str, language: str) -> None:
        self.query, self.language = query, language
        wanted = [t for t in tokens(query) if t.word and not is_stop_word(t.word, language)]
        self.tokens: list[Token] = list({t.word: t for t in wanted}.values())[:MOST_WORDS]
        self.words = [token.word for token in self.tokens]
        self.whole = compressed(query.split("doi.org/")[-1].removeprefix("doi:"))

    def found(self) -> Found:
        if not self.words:
            return Found([], True, "", set(), [])
        stems = {word: stem(word, self.language) for word in self.words}
        rows = rows_where(
            Q(stem__in=set(stems.values())) | Q(word__in={*self.words, self.whole}),
            lambda row: row.stem in stems.values() or row.word in {*self.words, self.whole},
            self.language,
        )
        known = {word for _entry, word in self._points(rows, stems)}
        unknown = [word for word in self.words if word not in known]
        rows, near = public_rows(rows, self._near(unknown))
        points = self._points(rows, stems)
        beginnings = [row for row in near if row.word.startswith(tuple(begun(unknown)))]
        for row in beginnings:
            for word in begun(unknown):
                if row.word.startswith(word):
                    self._count(points, row, word, BEGINNING)
        hits, complete = self._hits([*rows, *beginnings], points)
        suggestion = self._suggestion(unknown, near, hits)
        return Found(hits, complete, suggestion, set(stems.values()), begun(unknown))

    def _points(self, rows: Iterable[Row], stems: dict[str, str]) -> dict[tuple[int, str], float]:
        """The best place of each word of the query in each entry."""
        words = defaultdict(list)
        for word, its_stem in stems.items():
            words[its_stem].append(word)
        points: dict[tuple[int, str], float] = {}
        for row in rows:
            if row.place == Place.WHOLE:
                if row.word == self.whole:  # the whole question is its name or number
                    for word in self.words:
                        self._count(points, row, word, EXACT)
                continue
            for word in words[row.stem]:
                self._count(points, row, word, EXACT if row.word == word else SAME_STEM)
            if row.stem not in words and row.word in stems:
                self._count(points, row, row.word, EXACT)
        return points

    @staticmethod
    def _count(points: dict[tuple[int, str], float], row: Row, word: str, share: float) -> None:
        key = row.entry, word
        own = POINTS[Place(row.place)] * share
        points[key] = max(points.get(key, 0), own)

    def _near(self, unknown: list[str]) -> list[Row]:
        """Rows of words that begin like an unknown one, or are one typing error away from it."""
        condition, edits = Q(), set[str]()
        for word in begun(unknown):
            condition |= Q(word__gte=word, word__lt=f"{word}zzzz")
            edits |= one_edit_from(word)
        if not condition:
            return []

        def fits(row: Row) -> bool:
            return row.place != Place.WHOLE and (
                row.word in edits or row.word.startswith(tuple(begun(unknown)))
            )

        return [
            row
            for row in rows_where(condition | Q(word__in=edits), fits, self.language)
            if fits(row)
        ]

    def _hits(
        self, rows: Iterable[Row], points: dict[tuple[int, str], float]
    ) -> tuple[list[Hit], bool]:
        entries = {row.entry: row for row in rows}
        total: dict[int, list[float]] = defaultdict(list)
        for (entry, _word), best in points.items():
            total[entry].append(best)
        most = max(map(len, total.values()), default=0)
        hits = []
        for entry, own in total.items():
            if len(own) == most:
                row = entries[entry]
                named = sum(p > POINTS[Place.TIED] for p in own) / max(row.length, 1)
                hits.append(
                    Hit(
                        round(sum(own) + 4 * min(named, 1) + weight_of(row.kind, row.model), 4),
                        entry, row.kind, row.model, row.slug,
                    )
                )  # fmt: skip
        return sorted(hits, key=lambda hit: hit.order), most == len(self.words)

    def _suggestion(self, unknown: list[str], near: list[Row], hits: list[Hit]) -> str:
        """The query with each unknown word replaced by the likeliest one an edit away."""
        others = {hit.entry for hit in hits}
        mended = self.query
        for token in reversed([token for token in self.tokens if token.word in unknown]):
            edits = one_edit_from(token.word)
            entries: dict[str, set[int]] = defaultdict(set)
            forms: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
            for row in near:
                if row.word in edits:
                    entries[row.word].add(row.entry)
                    forms[row.word][row.form] += 1
            if entries:
                best = min(entries, key=lambda w: (-len(entries[w] & others), -len(entries[w]), w))
                form = min(forms[best], key=lambda f: (-forms[best][f], f.lower() != f, f))
                mended = mended[: token.start] + form + mended[token.end :]
        return mended if mended != self.query else ""


def begun(words: list[str]) -> list[str]:
    """Words long enough to be the beginning of another."""
    return [word for word in words if len(word) >= SHORTEST_BEGINNING]
