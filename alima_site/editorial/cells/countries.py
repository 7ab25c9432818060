"""Cells of countries, by their ISO 3166 two-letter codes."""

import re

from django.db import models
from django_countries import countries

from alima_site.editorial.cells.cell import Cell
from alima_site.editorial.content_files import Row


class Country(Cell):
    """An ISO 3166 two-letter code; a country programme need not exist."""

    def parse(self, row: Row) -> str:
        code = row[self.column]
        if code and unknown_countries({code}):
            row.refuse(self.column, f"“{code}” is not an ISO 3166 two-letter code")
        return code

    def current(self, record: models.Model, name: str) -> str:
        return getattr(record, name).code or ""


def unknown_countries(codes: set[str]) -> set[str]:
    return codes - set(countries.countries)


class Countries(Cell):
    """The two-letter codes that stand in a cell, whatever words are around them."""

    def parse(self, row: Row) -> list[str]:
        codes = set(re.findall(r"\b[A-Z]{2}\b", row[self.column]))
        if row[self.column] and (not codes or unknown_countries(codes)):
            row.refuse(self.column, "no ISO 3166 two-letter codes of countries stand here")
        return sorted(codes)

    def current(self, record: models.Model, name: str) -> list[str]:
        return sorted(country.code for country in getattr(record, name))
