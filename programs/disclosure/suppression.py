"""
Which statistics keep their value to themselves, so that nobody can be recognised.

A count of people below its indicator's threshold is small: it is shown as “< 10”. So that
it does not follow by subtraction, further values are withheld, as few and as small as will
do. It must not follow

- from a whole and its other parts: declared parts, the places of a country, or the
  countries of a total, each for one indicator, reporter and period;
- from periods of one indicator, place and reporter that join and overlap.

It is decided on all public statistics, never on the ones a page shows, so that no two pages
together say what each alone does not.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Any

from programs.disclosure.counted import PER_CENT, Counted, Tile
from programs.disclosure.periods import way_between

SMALL, DERIVABLE = "small", "derivable"


def withheld(rows: Iterable[Counted]) -> dict[int, str]:
    """Why the value of a row is not shown (SMALL or DERIVABLE), by key; most rows are not in it."""
    return Suppression(rows).reasons


class Suppression:
    def __init__(self, rows: Iterable[Counted]) -> None:
        self.rows = {row.key: row for row in sorted(rows)}
        self.reasons = {row.key: SMALL for row in self.rows.values() if row.is_small}
        self.waiting = deque(self.reasons)
        self.parts: dict[Any, list[Counted]] = defaultdict(list)
        self.places: dict[tuple[Any, ...], dict[str, Tile]] = defaultdict(dict)
        self.countries: dict[tuple[Any, ...], dict[int | None, Tile]] = defaultdict(dict)
        self.in_line: dict[tuple[Any, ...], dict[Any, Tile]] = defaultdict(dict)
        if self.reasons or any(row.unit == PER_CENT for row in self.rows.values()):
            for row in [*self.rows.values(), *self._unsaid()]:
                self._index(row)
            self._spread()
            self.reasons = {key: why for key, why in self.reasons.items() if key > 0}

    def _unsaid(self) -> Iterator[Counted]:
        """
        A country of which only places are published, as the sum of those: nobody sees it,
        but it may be worked out of a total on the way to one of the places.
        """
        sums: dict[tuple[Any, ...], Counted] = {}
        said = {(row.cell, row.country) for row in self.rows.values() if not row.place}
        for row in self.rows.values():
            where = (row.cell, row.country)
            if row.country is not None and row.place and where not in said:
                value = row.value + (sums[where].value if where in sums else 0)
                key = -row.key
                sums[where] = row._replace(key=key, value=value, place="", whole=None)
        yield from sums.values()

    def _index(self, row: Counted) -> None:
        self.rows[row.key] = row
        if row.whole in self.rows:
            self.parts[row.whole].append(row)
        self.places[row.cell, row.country].setdefault(row.place, []).append(row)
        if not row.place:
            self.countries[row.cell].setdefault(row.country, []).append(row)
        if row.ends:
            self.in_line[row.line].setdefault(row.ends, []).append(row)

    def _spread(self) -> None:
        """Protect every row that is withheld, and what is withheld for that, until all are."""
        self._hide([row for row in self.rows.values() if self._is_telling_rate(row)])
        while self.waiting:
            row = self.rows[self.waiting.popleft()]
            self._hide([part for part in self.parts[row.key] if part.unit == PER_CENT])
            for whole, tiles in self._additions(row):
                self._protect(whole, tiles)
            self._protect_in_time(row)

    def _hide(self, rows: Iterable[Counted]) -> None:
        for row in rows:
            if row.key not in self.reasons:
                self.reasons[row.key] = DERIVABLE
                self.waiting.append(row.key)

    def _is_telling_rate(self, row: Counted) -> bool:
        """Whether a percentage of a shown count comes to a small one."""
        whole = self.rows.get(row.whole or 0)
        if row.unit != PER_CENT or whole is None:
            return False
        return 0 < whole.value * row.value < 100 * whole.threshold

    def _additions(self, row: Counted) -> Iterator[tuple[Counted, list[Tile]]]:
        """Wholes with all their parts, as whole or part of which the row may be worked out."""
        for whole in filter(None, (self.rows.get(row.whole or 0), row)):
            yield whole, [[part] for part in self.parts[whole.key] if part.unit != PER_CENT]
        yield from _of_all(self.places[row.cell, row.country], "")
        if not row.place:
            yield from _of_all(self.countries[row.cell], None)

    def _protect(self, whole: Counted, tiles: list[Tile]) -> None:
        """Withhold a part or the whole, unless the addition already has two unknowns."""
        if len(tiles) < 2 and all(row.value != whole.value for tile in tiles for row in tile):
            return
        members = [*tiles, [whole]]
        unknown = [tile for tile in members if any(row.key in self.reasons for row in tile)]
        # Small counts alone are no cover for each other: 18 is 9 and 9.
        covers = [
            tile for tile in unknown if all(self.reasons.get(row.key) == DERIVABLE for row in tile)
        ]
        if not unknown or (covers and len(unknown) > 1):
            return
        enough = 2 * max(row.threshold for tile in members for row in tile)
        shown = [tile for tile in tiles if tile not in unknown]
        best = _smallest(shown, enough)
        if [whole] not in unknown and (not best or best[0].value < enough):
            best = [whole]
        self._hide(best)

    def _protect_in_time(self, row: Counted) -> None:
        """
        Counts of periods differ like points on a scale: a value follows when shown
        periods lead from its first day to its last, forwards and backwards.
        """
        if row.ends is None:
            return
        periods = self.in_line[row.line]
        enough = 2 * row.threshold
        while path := self._path(row, periods):
            shown = [periods[ends] for ends in path if self._is_shown(periods[ends])]
            best = _smallest(shown, enough)
            if not best:
                return
            self._hide(best)

    def _is_shown(self, tile: Tile) -> bool:
        return any(row.key not in self.reasons for row in tile)

    def _path(self, row: Counted, periods: dict[Any, Tile]) -> list[Any]:
        """The periods that lead across the row's own; other small ones are as good as known."""
        known = [
            ends
            for ends, tile in periods.items()
            if ends != row.ends
            and (self._is_shown(tile) or (row.is_small and any(r.is_small for r in tile)))
        ]
        return way_between(*row.ends, known) if row.ends else []


def _of_all(tiles: dict[Any, Tile], name: Any) -> Iterator[tuple[Counted, list[Tile]]]:
    """The rows of that name as wholes, each with all others as its parts."""
    parts = [tile for other, tile in tiles.items() if other != name]
    for whole in tiles.get(name, []):
        yield whole, parts


def _smallest(tiles: list[Tile], enough: int) -> Tile:
    """The tile of the smallest value that is enough to cover a small one; zero covers nothing."""
    sized = [(max(row.value for row in tile), tile) for tile in tiles]
    usable = sorted((size < enough, size, tile) for size, tile in sized if size)
    return usable[0][2] if usable else []
