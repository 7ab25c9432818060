"""Days and years as people write them; what could be meant in two ways is refused."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial.spreadsheets.columns import plain_word
from alima_site.editorial.spreadsheets.sheets import Plain, Refused


def day(value: Plain) -> str:
    """A day as an ISO text, of 31/12/2024, 31 décembre 2024, 2024-12-31 or a day of Excel."""
    words = {"value": value}
    if isinstance(value, int | float) or re.fullmatch(r"\d{4,5}([.,]\d+)?", str(value)):
        if 1900 <= float(str(value).replace(",", ".")) <= 2100:
            raise Refused(
                _("“%(value)s” is only a year. Write the day, or use the column for the year")
                % words
            )
        raise Refused(
            _("“%(value)s” is a number. Format the cell as a date, or write 31/12/2024") % words
        )
    year, month, number = _parts(str(value))
    try:
        return datetime.date(year, month, number).isoformat()
    except ValueError:
        if month > 12 >= number:
            raise Refused(
                _("“%(value)s” has no month %(month)s. Write the day before the month")
                % (words | {"month": month})
            ) from None
        raise Refused(_("“%(value)s” is not a day of the calendar") % words) from None


def _parts(text: str) -> tuple[int, int, int]:
    text = re.sub(r"[T ]00:00(:00(\.0+)?)?$", "", text.strip())
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text):
        return int(match[3]), int(match[2]), int(match[1])
    match = re.fullmatch(r"(\d{1,2})(?:er)? ([a-z]+) (\d{4})", plain_word(text))
    if match and (month := _month(match[2])):
        return int(match[3]), month, int(match[1])
    if re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})", text):
        raise Refused(_("“%(value)s”: write the year with four digits") % {"value": text})
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        raise Refused(_("“%(value)s” is not a whole day. Write it as 31/12/2024") % {"value": text})
    raise Refused(_("“%(value)s” is not a date. Write it as 31/12/2024") % {"value": text[:60]})


def _month(word: str) -> int | None:
    """The month of which this is the name, or a start that no other has: févr, but not jui."""
    found = {number for name, number in _months() if name.startswith(word)}
    return found.pop() if len(word) >= 3 and len(found) == 1 else None


@cache
def _months() -> list[tuple[str, int]]:
    return list(_named_months())


def _named_months() -> Iterator[tuple[str, int]]:
    for language in ("fr", "en"):
        with override(language):
            yield from ((plain_word(name), number) for number, name in MONTHS.items())


def year(value: Plain) -> int:
    text = str(value).strip()
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise Refused(_("“%(value)s” is not a year such as 2024") % {"value": text[:60]})
    return int(text)
