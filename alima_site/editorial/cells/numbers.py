"""Cells of numbers, years and dates."""

import datetime
import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from alima_site.editorial.cells.cell import Cell, Find
from alima_site.editorial.content_files import Row
from alima_site.editorial.dates import validate_partial_date


class PartialDate(Cell):
    def parse(self, row: Row) -> str:
        if value := row[self.column]:
            try:
                validate_partial_date(value)
            except ValidationError:
                row.refuse(self.column, f"“{value}” is not a date (2024, 2024-02 or 2024-02-27)")
        return value


class Day(Cell):
    """A full date; None when empty."""

    def parse(self, row: Row) -> str | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            row.refuse(self.column, f"“{value}” is not a full date (2024-02-27)")
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            row.refuse(self.column, f"“{value}” is not a day of the calendar")

    def current(self, record: models.Model, name: str) -> str | None:
        value = getattr(record, name)
        return value.isoformat() if value else None

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, datetime.date.fromisoformat(value) if value else None)


class Whole(Cell):
    """A whole number; None when empty."""

    smallest, largest = 0, 10**15

    def parse(self, row: Row) -> int | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"-?[0-9]{1,16}", value):
            row.refuse(self.column, f"“{value[:30]}” is not a whole number of at most 16 digits")
        if not self.smallest <= int(value) <= self.largest:
            row.refuse(self.column, f"{value} is not between {self.smallest} and {self.largest}")
        return int(value)


class Year(Whole):
    smallest, largest = 1800, 2200


class Number(Cell):
    """A decimal number as text without trailing zeros; None when empty."""

    def parse(self, row: Row) -> str | None:
        if not (value := row[self.column]):
            return None
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,3})?", value):
            row.refuse(self.column, f"“{value[:30]}” is not a number like 1200 or 0.5")
        return plain_number(Decimal(value))

    def current(self, record: models.Model, name: str) -> str | None:
        value = getattr(record, name)
        return None if value is None else plain_number(value)

    def write(self, record: models.Model, name: str, value: Any, find: Find) -> None:
        setattr(record, name, None if value is None else Decimal(value))


def plain_number(value: Decimal) -> str:
    return f"{value.normalize():f}"
