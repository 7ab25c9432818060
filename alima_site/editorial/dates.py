"""
Partial dates: ISO 8601 texts of a year, a month or a day (`2024`, `2024-02`,
`2024-02-27`), kept exactly as precise as the source is.
"""

import calendar
import datetime
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(value: str) -> datetime.date:
    """The first day a partial date covers; ValueError if it is not one."""
    year, month, day = _parts(value)
    return datetime.date(year, month or 1, day or 1)


def last_day(value: str) -> datetime.date:
    """The last day a partial date covers; ValueError if it is not one."""
    year, month, day = _parts(value)
    month = month or 12
    return datetime.date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(value: str) -> tuple[int, int, int]:
    match = PARTIAL_DATE.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is not a year, a month or a day")
    year, month, day = (int(part or 0) for part in match.groups())
    datetime.date(year, month or 1, day or 1)  # refuses month 13, 31 February, year 0
    return year, month, day


def validate_partial_date(value: str) -> None:
    try:
        first_day(value)
    except ValueError:
        raise ValidationError(
            _("“%(value)s” is not a date. Write 2024, 2024-02 or 2024-02-27."),
            code="partial_date",
            params={"value": value},
        ) from None
