"""
A column of the open data: its label, HXL tag, type and meaning. Everything that is said of
a column anywhere (files, datapackage.json, README, the page of the files) comes from here.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django_countries import countries

Plain = str | int | float | bool | None

# At the start of a text, a spreadsheet may take these for a formula (OWASP ASVS 5.0, 1.2.10).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


@dataclass(frozen=True)
class Column:
    """`label` is the first row of a file, `tag` the second; they never change."""

    label: str
    tag: str
    meaning: Any
    value: Callable[[Any], Any]
    # A type of Frictionless: string, integer, number, boolean or date.
    type: str = "string"

    @property
    def key(self) -> str:
        """The label as a name for programs: “Country (fr)” is country_fr."""
        return slugify(self.label).replace("-", "_")

    def of(self, record: Any) -> Plain:
        """The value of a record as a text, number or yes and no; None where there is none."""
        value = self.value(record)
        if value is None or value == "":
            return None
        if isinstance(value, datetime.datetime | datetime.date):
            return f"{value:%Y-%m-%d}"
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral() else float(value)
        return value if isinstance(value, bool | int | float) else str(value)


def for_spreadsheet(value: Plain) -> Plain:
    """The value as a cell; a text that could be taken for a formula begins with '."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def field(name: str) -> Callable[[Any], Any]:
    """The value at a path of attributes, such as source.url; None from the first that is none."""

    def read(record: Any) -> Any:
        for part in name.split("."):
            record = getattr(record, part) if record is not None else None
        return record

    return read


def joined(values: Iterable[Any]) -> str:
    return "; ".join(str(value) for value in values)


def iso3(code: str) -> str:
    return countries.alpha3(code) if code else ""


def in_both(label: str, tag: str, meaning: Any, path: str) -> list[Column]:
    """A text in French and in English."""
    return [
        Column(f"{label} ({code})", f"{tag}+i_{code}", meaning, field(f"{path}_{code}"))
        for code in ("fr", "en")
    ]


def identified(of: str = "slug") -> Column:
    return Column("ID", "#meta+id", _("Stable name of the record."), field(of))


def country_code(path: str) -> Column:
    return Column(
        "Country code", "#country+code+v_iso3", _("ISO 3166-1 alpha-3."),
        lambda record: iso3(str(getattr(field(path)(record), "code", "") or "")),
    )  # fmt: skip


CONFIDENCE = Column(
    "Confidence", "#status+quality",
    _("“stated”: the source says it; “inferred”: part of it was deduced, see the note."),
    field("confidence"),
)  # fmt: skip

# What every record says of where it comes from. Wants `with_sources()`.
PROVENANCE = [
    CONFIDENCE,
    *in_both("Note", "#meta+note", _("What a reader must know of the record."), "note"),
    Column("Source", "#meta+source+name", _("Title of the main source."), field("source.title")),
    Column("Source link", "#meta+source+url", _("Where it can be read."), field("source.url")),
    Column("Updated", "#date+updated", _("Last change."), field("updated_at"), "date"),
]
