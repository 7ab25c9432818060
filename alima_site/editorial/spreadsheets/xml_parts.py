"""The XML inside a workbook, read as a stream with limits; a document type is refused."""

import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.sheets import MEGABYTE, Refused

LARGEST_PART = 20 * MEGABYTE
MOST_ELEMENTS = 250_000
LONGEST_TEXT = 50_000
PIECE = 65536


@dataclass
class Element:
    """A finished element: local names, and the texts of what is in it by their local names."""

    name: str
    parent: str
    attributes: dict[str, str]
    texts: dict[str, str] = field(default_factory=dict)


def damaged() -> str:
    return _("The workbook is damaged or not complete. Open it in Excel and save it again.")


def too_large() -> str:
    return _("The workbook holds far more than a table of figures; it was not read.")


def elements(package: zipfile.ZipFile, part: str, wanted: Collection[str]) -> Iterator[Element]:
    """The elements of these local names in the order in which they end."""
    stream = _Stream(wanted)
    size = 0
    try:
        with package.open(part) as file:
            while piece := file.read(PIECE):
                size += len(piece)
                if size > LARGEST_PART:
                    raise Refused(too_large())
                stream.parser.Parse(piece, False)
                yield from stream.taken()
        stream.parser.Parse(b"", True)
        yield from stream.taken()
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error):
        raise Refused(damaged()) from None
    except (EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise Refused(damaged()) from None


class _Stream:
    """Expat's events, gathered into elements."""

    def __init__(self, wanted: Collection[str]) -> None:
        self.wanted = wanted
        self.count = 0
        self.path: list[str] = []
        self.open: list[Element] = []
        self.done: list[Element] = []
        self.parser: Any = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse_document_type

    def taken(self) -> list[Element]:
        done, self.done = self.done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise Refused(too_large())
        name, parent = _local(name), self.path[-1] if self.path else ""
        self.path.append(name)
        if name in self.wanted:
            given = {_local(key): value for key, value in attributes.items()}
            self.open.append(Element(name, parent, given))
        elif self.open:
            self.open[-1].texts.setdefault(name, "")

    def _end(self, name: str) -> None:
        if self.open and self.open[-1].name == self.path.pop():
            self.done.append(self.open.pop())

    def _text(self, text: str) -> None:
        # Beside the text of a cell its pronunciation may stand, which is not part of it.
        if self.open and self.path[-1] not in self.wanted and "rPh" not in self.path[-2:]:
            texts = self.open[-1].texts
            texts[self.path[-1]] += text
            if len(texts[self.path[-1]]) > LONGEST_TEXT:
                raise Refused(too_large())

    def _refuse_document_type(self, *_declared: Any) -> None:
        raise Refused(_("The workbook holds XML declarations no spreadsheet needs; not opened."))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
