"""The table in a sheet: its header below titles, the HXL row, its rows, the total at its end."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.sheets import Line, Plain, Refused, Sheet, address
from alima_site.editorial.wording import is_french

# A header stands among the first lines; above it are titles.
TITLES_AT_MOST = 30
TOTALS = re.compile(r"(sous |sub|grand )?(total|totaux|totals|subtotal|somme|sum|ensemble)\b.*")


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
    def names(self) -> set[str]:
        return {plain_word(n) for n in (self.key, self.label_fr, self.label_en, *self.aliases)}

    @property
    def tags(self) -> frozenset[str]:
        return _tag(self.tag)


def _tag(text: str) -> frozenset[str]:
    """An HXL tag; the order of its attributes does not matter."""
    return frozenset(re.sub(r"\s", "", text).lower().split("+"))


@dataclass(frozen=True)
class TableRow:
    """The cells of one row by the key of their column."""

    row: int
    cells: dict[str, Plain]

    def __getitem__(self, key: str) -> Plain:
        return self.cells.get(key, "")


@dataclass
class Table:
    """`places` says in which column of the sheet a key stands."""

    places: dict[str, int]
    rows: list[TableRow]
    remarks: list[str] = field(default_factory=list)

    def address(self, key: str, row: int) -> str:
        """The cell as a spreadsheet names it: C12; empty where there is no such column."""
        return address(self.places[key], row) if key in self.places else ""


def find_table(sheet: Sheet, columns: Sequence[Column], required: Sequence[str]) -> Table:
    """The table of these columns in a sheet; Refused when there is no header or no row."""
    number, places = _header(sheet.lines, columns)
    header = sheet.lines[number]
    missing = [c for c in columns if c.key in required and c.key not in places]
    if missing:
        raise Refused(_missing(missing, header))
    below = sheet.lines[number + 1 :]
    if below and _is_tags(below[0]):
        below = below[1:]
    rows = list(_rows(below, places))
    if not rows:
        raise Refused(_("There is a header, but no row below it."))
    return Table(places, rows, [*sheet.remarks, *_not_read(header, columns, places)])


def _header(lines: list[Line], columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
    """The line in which most columns are named, by label or by HXL tag."""
    found = [
        (len(places), -number, places)
        for number, line in enumerate(lines[:TITLES_AT_MOST])
        for places in (_by_label(line, columns), _by_tag(line, columns))
    ]
    most, number, places = max(found, key=lambda one: one[:2])
    if most < min(2, len(columns)):
        words = {"labels": ", ".join(c.label for c in columns[:5])}
        raise Refused(
            _("No header was found. The first row of the table names its columns: %(labels)s…")
            % words
        )
    return -number, places


def _by_label(line: Line, columns: Sequence[Column]) -> dict[str, int]:
    words = [plain_word(cell) if isinstance(cell, str) else "" for cell in line.cells]
    places: dict[str, int] = {}
    for column in columns:
        # Its own labels go before other names, which several columns of a file may have.
        own = [plain_word(column.label_fr), plain_word(column.label_en), plain_word(column.key)]
        for name in (*own, *sorted(column.names)):
            if name in words and words.index(name) not in places.values():
                places[column.key] = words.index(name)
                break
    return places


def _by_tag(line: Line, columns: Sequence[Column]) -> dict[str, int]:
    if not _is_tags(line):
        return {}
    tags = [_tag(cell) if isinstance(cell, str) else frozenset() for cell in line.cells]
    return {column.key: tags.index(column.tags) for column in columns if column.tags in tags}


def _is_tags(line: Line) -> bool:
    texts = [cell for cell in line.cells if cell != ""]
    tags = [t for t in texts if isinstance(t, str) and re.fullmatch(r"#[a-z][\w+ ]*", t.lower())]
    return len(tags) * 2 > len(texts)


def _missing(missing: list[Column], header: Line) -> str:
    words = [str(cell) for cell in header.cells if isinstance(cell, str) and cell]
    sentences = []
    for column in missing:
        label = column.label
        near = get_close_matches(label, words, 1, 0.6)
        words_ = {"label": label, "row": header.row, "near": near[0] if near else ""}
        if near:
            sentences.append(
                _("The column “%(label)s” is missing in row %(row)s; is it “%(near)s”?") % words_
            )
        else:
            sentences.append(_("The column “%(label)s” is missing in row %(row)s.") % words_)
    return " ".join(sentences)


def _rows(lines: list[Line], places: dict[str, int]) -> Iterator[TableRow]:
    for line in lines:
        cells = {
            key: line.cells[place]
            for key, place in places.items()
            if place < len(line.cells) and line.cells[place] != ""
        }
        if cells:
            yield TableRow(line.row, cells)


def _not_read(header: Line, columns: Sequence[Column], places: dict[str, int]) -> Iterator[str]:
    """What is said of columns nobody knows, so that a misspelt one is not lost in silence."""
    names = {name: column for column in columns for name in column.names}
    for place, cell in enumerate(header.cells):
        if place in places.values() or cell == "":
            continue
        words = {"cell": address(place, header.row), "label": cell, "near": ""}
        near = get_close_matches(plain_word(cell), list(names), 1, 0.75)
        if near and names[near[0]].key not in places:
            words["near"] = names[near[0]].label
            sentence = _("%(cell)s: the column “%(label)s” is not imported; is it “%(near)s”?")
        else:
            sentence = _("%(cell)s: the column “%(label)s” is not imported.")
        yield sentence % words


def is_total(row: TableRow, naming: Sequence[str]) -> bool:
    """Whether a row adds up the others: one of the cells that name it says so."""
    texts = [row[key] for key in naming]
    return any(isinstance(text, str) and TOTALS.fullmatch(plain_word(text)) for text in texts)
