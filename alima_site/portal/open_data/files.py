"""A data set as CSV, JSON and XLSX, written piece by piece so that any length fits in memory."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import override

from alima_site.editorial.sums import Sum, sum_of
from alima_site.portal.open_data.columns import Plain, for_spreadsheet
from alima_site.portal.open_data.data_sets import STATISTICS, DataSet
from alima_site.portal.open_data.derived import Derived

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
# Records that are in memory at a time.
AT_ONCE = 200


class Table(NamedTuple):
    """The records of a data set that go into a file: all of them, or those of a filter."""

    data_set: DataSet
    records: QuerySet | Derived

    def rows(self) -> Iterator[list[Plain]]:
        columns = self.data_set.columns
        for record in self.records.iterator(chunk_size=AT_ONCE):
            yield [column.of(record) for column in columns]

    def summary(self) -> dict[str, Any]:
        """How many rows there are and, of statistics, their sum or why there is none."""
        found: dict[str, Any] = {"count": self.records.count()}
        if self.data_set is STATISTICS:
            found |= _said(sum_of(self.records))
        return found


def _said(total: Any) -> dict[str, Any]:
    if isinstance(total, Sum):
        parts = [part.slug for part in total.parts]
        sum_ = {"value": total.value, "qualifier": total.qualifier, "parts": parts}
        return {"sum": sum_ | {"from": f"{total.start}", "to": f"{total.end}"}}
    reasons = {}
    for code in ("fr", "en"):
        with override(code):
            reasons[code] = str(total.reason)
    return {"sum": None, "no_sum": reasons}


class Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def as_csv(table: Table) -> Iterator[bytes]:
    """Labels, HXL tags, then the rows: UTF-8, RFC 4180."""
    writer = csv.writer(Echo())
    columns = table.data_set.columns
    yield writer.writerow([column.label for column in columns]).encode()
    yield writer.writerow([column.tag for column in columns]).encode()
    for rows in _batches(table.rows()):
        yield "".join(writer.writerow(map(_cell, row)) for row in rows).encode()


def as_json(table: Table) -> Iterator[bytes]:
    """An object of the title, licence, rows and what `summary()` says."""
    columns = table.data_set.columns
    head = {"name": table.data_set.name, "licence": LICENCE["path"], "rows": []}
    yield _json(head).removesuffix("]}").encode() + b"\n"
    comma = ""
    for rows in _batches(table.rows()):
        objects = [{c.key: value for c, value in zip(columns, row, strict=True)} for row in rows]
        yield (comma + ",\n".join(map(_json, objects))).encode()
        comma = ",\n"
    yield b"\n]," + _json(table.summary()).removeprefix("{").encode() + b"\n"


def as_xlsx(table: Table) -> Iterator[bytes]:
    """The same rows on one sheet; on another what the columns mean."""

    def write(file: IO[bytes]) -> None:
        from openpyxl import Workbook  # megabytes that a worker does without until then

        book = Workbook(write_only=True)
        sheet = book.create_sheet(table.data_set.name)
        columns = table.data_set.columns
        sheet.append([column.label for column in columns])
        sheet.append([column.tag for column in columns])
        for row in table.rows():
            sheet.append([_for_excel(value) for value in row])
        about = book.create_sheet("about")
        for line in _about(table):
            about.append([_for_excel(value) for value in line])
        book.save(file)

    return packed(write)


def _about(table: Table) -> Iterator[list[Plain]]:
    with override("en"):
        yield [str(table.data_set.title)]
        yield [str(table.data_set.description)]
        yield ["Licence", LICENCE["title"], LICENCE["path"]]
        for name, value in table.summary().items():
            yield [name, *(_flat(value))]
        for column in table.data_set.columns:
            yield [column.label, column.tag, str(column.meaning)]


def _flat(value: Any) -> list[Plain]:
    if isinstance(value, dict):
        return [value.get("value", value.get("en")), value.get("qualifier")]
    return [value]


def packed(write: Callable[[IO[bytes]], Any]) -> Iterator[bytes]:
    """What `write` puts into a file that lies on disk as long as it is sent."""
    with TemporaryFile() as file:
        write(file)
        file.seek(0)
        yield from iter(lambda: file.read(65536), b"")


def _batches(rows: Iterable[list[Plain]]) -> Iterator[list[list[Plain]]]:
    rows = iter(rows)
    return iter(lambda: list(islice(rows, AT_ONCE)), [])


def _cell(value: Plain) -> Plain:
    if isinstance(value, bool):
        return "true" if value else "false"
    return for_spreadsheet(value)


def _for_excel(value: Plain) -> Plain:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    # First what a workbook cannot hold: without it the text may begin with a formula.
    plain = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    return for_spreadsheet(plain)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
