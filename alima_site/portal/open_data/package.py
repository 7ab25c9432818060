"""The data package: CSV files in one archive, with datapackage.json, README and licence."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import override

from alima_site.portal.open_data.columns import Column
from alima_site.portal.open_data.files import LICENCE, Table, as_csv, packed

NAME = "alima-open-data"
LICENCE_TEXT = Path(__file__).with_name("LICENCE-CC-BY-4.0.txt")
# Of columns that every row fills.
REQUIRED = {"ID", "Indicator code", "Figure code", "Value status", "Current", "Confidence"}


def as_package(tables: list[Table], site: str) -> Iterator[bytes]:
    """The archive; `site` is the address of the site, named as where the data come from."""

    def write(file: IO[bytes]) -> None:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            for table in tables:
                with archive.open(f"{table.data_set.name}.csv", "w", force_zip64=True) as member:
                    member.writelines(as_csv(table))
            text = json.dumps(descriptor(tables, site), ensure_ascii=False, indent=2)
            archive.writestr("datapackage.json", text + "\n")
            archive.writestr("README.md", "\n".join(readme(tables, site)))
            archive.writestr(LICENCE_TEXT.name, LICENCE_TEXT.read_text(encoding="utf-8"))

    return packed(write)


def descriptor(tables: list[Table], site: str) -> dict[str, Any]:
    """What datapackage.json says (Frictionless Data Package)."""
    with override("en"):
        return {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": NAME,
            "title": "ALIMA: open data",
            "description": "Published numbers of ALIMA and its partners, each with its source.",
            "homepage": f"{site}/data/",
            "licenses": [LICENCE],
            "sources": [
                {"title": "The public sources each row names", "path": f"{site}/en/sources/"}
            ],
            "contributors": [{"title": "ALIMA", "roles": ["publisher"]}],
            "resources": [_resource(table) for table in tables],
        }


def _resource(table: Table) -> dict[str, Any]:
    data_set = table.data_set
    return {
        "name": data_set.name,
        "title": str(data_set.title),
        "description": str(data_set.description),
        "type": "table",
        "path": f"{data_set.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        # The second row holds HXL tags.
        "dialect": {"headerRows": [1], "commentRows": [2]},
        "schema": {
            "fields": [_field(column) for column in data_set.columns],
            "primaryKey": ["ID"],
            "missingValues": [""],
        },
        **table.summary(),
    }


def _field(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": column.label,
        "type": column.type,
        "description": str(column.meaning),
        "hxl": column.tag,
    }
    if column.label in REQUIRED:
        said["constraints"] = {"required": True}
    return said


README = {
    "en": (
        "# ALIMA: open data",
        "Published numbers of ALIMA and its partners, from {site}/data/. Each row names its "
        "source. Licence: {licence} ({address}); please name ALIMA as the source.",
        "The first row of each file holds labels, the second HXL tags. An empty cell means that "
        "no value is known; it never means zero. Small counts of people, and values they could "
        "be worked out from, are suppressed.",
        "Column",
        "Meaning",
    ),
    "fr": (
        "# ALIMA : données ouvertes",
        "Chiffres publiés d’ALIMA et de ses partenaires, repris de {site}/data/. Chaque ligne "
        "nomme sa source. Licence : {licence} ({address}) ; merci de citer ALIMA.",
        "La première ligne de chaque fichier contient les intitulés, la seconde les balises HXL. "
        "Une cellule vide signifie qu’aucune valeur n’est connue, jamais zéro. Les petits nombres "
        "de personnes, et les valeurs dont on pourrait les déduire, sont supprimés.",
        "Colonne",
        "Signification",
    ),
}


def readme(tables: list[Table], site: str) -> Iterator[str]:
    """The lines of the README, in English and then in French."""
    words = {"site": site, "licence": LICENCE["title"], "address": LICENCE["path"]}
    for code, (title, origin, reading, *header) in README.items():
        with override(code):
            yield from (title, "", origin.format(**words), "", reading, "")
            for table in tables:
                yield from _documented(table, header)


def _documented(table: Table, header: list[str]) -> Iterator[str]:
    data_set = table.data_set
    yield from (f"## {data_set.title} (`{data_set.name}.csv`)", "", str(data_set.description), "")
    yield f"| {header[0]} | HXL | {header[1]} |"
    yield "| --- | --- | --- |"
    for column in data_set.columns:
        yield f"| {column.label} | `{column.tag}` | {column.meaning} |"
    yield ""
