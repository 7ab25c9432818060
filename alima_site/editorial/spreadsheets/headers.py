"""The header of a table: the line that names its columns, and what is said of those it lacks."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.columns import Column, plain_word, tag_of
from alima_site.editorial.spreadsheets.sheets import Line, Refused, address

# A header stands among the first lines; above it are titles.
TITLES_AT_MOST = 30


def find_header(lines: list[Line], columns: Sequence[Column]) -> tuple[int, dict[str, int]]:
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
    # The labels of all columns go before their other names, one of which may be another's label.
    wanted = [(column.key, name) for column in columns for name in column.labels]
    wanted += [(column.key, name) for column in columns for name in sorted(column.names)]
    places: dict[str, int] = {}
    for key, name in wanted:
        if key not in places and name in words and words.index(name) not in places.values():
            places[key] = words.index(name)
    return places


def _by_tag(line: Line, columns: Sequence[Column]) -> dict[str, int]:
    if not is_tags(line):
        return {}
    tags = [tag_of(cell) if isinstance(cell, str) else frozenset() for cell in line.cells]
    return {column.key: tags.index(column.tags) for column in columns if column.tags in tags}


def is_tags(line: Line) -> bool:
    texts = [cell for cell in line.cells if cell != ""]
    tags = [t for t in texts if isinstance(t, str) and re.fullmatch(r"#[a-z][\w+ ]*", t.lower())]
    return len(tags) * 2 > len(texts)


def missing_columns(missing: list[Column], header: Line) -> str:
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


def not_read(header: Line, columns: Sequence[Column], places: dict[str, int]) -> Iterator[str]:
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
