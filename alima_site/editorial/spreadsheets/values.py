"""Numbers and days as people write them; what could be meant in two ways is refused."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import override

from alima_site.editorial.spreadsheets.sheets import Plain, Refused
from alima_site.editorial.spreadsheets.tables import plain_word

SPACES = "[ \u00a0\u202f\u2009\u2007\u2008'’]"
GROUPED = re.compile(rf"-?(\d{{1,3}}({SPACES}\d{{3}})+|\d+)([.,]\d+)?")
# 1,234,567.5 and 1,234.5; the same with the marks changed.
ENGLISH = re.compile(r"-?\d{1,3}(,\d{3}){2,}(\.\d+)?|-?\d{1,3}(,\d{3})+\.\d+")
GERMAN = re.compile(r"-?\d{1,3}(\.\d{3}){2,}(,\d+)?|-?\d{1,3}(\.\d{3})+,\d+")
EITHER = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
NO_VALUE = {"", "na", "n a", "nd", "n d", "nc", "n c", "none", "null", "inconnu", "unknown"}
QUALIFIED = re.compile(
    r"(?P<more_than>plus de|more than|over|>)|(?P<nearly>pres de|presque|nearly|almost)|"
    r"(?P<about>environ|env|about|approx|around|ca|~|≈)"
)
LARGEST = 10**15


def check_fault(value: Plain) -> Plain:
    """The value; Refused where the file holds none."""
    if isinstance(value, dict):
        if value["fault"] == "uncalculated":
            raise Refused(
                _(
                    "a formula without its result. Open the file in Excel, save it, "
                    "or type the value"
                )
            )
        raise Refused(_("the formula gives the error %(error)s") % {"error": value["text"]})
    return value


def whole_number(value: Plain, unit: str = "") -> int:
    """A count; Refused with what is wrong and what may be meant."""
    number = value if isinstance(value, int | float) else _number(str(value), unit)
    if number != int(number):
        raise Refused(_("“%(value)s” is not a whole number") % {"value": value})
    if number < 0:
        raise Refused(_("“%(value)s” is below zero; a count never is") % {"value": value})
    if number > LARGEST:
        raise Refused(_("“%(value)s” is larger than any count") % {"value": value})
    return int(number)


def _number(text: str, unit: str) -> Decimal:
    words = {"value": text[:60]}
    if plain_word(text) in NO_VALUE:
        raise Refused(
            _("“%(value)s” is no value. A value that is not known has no row: delete it") % words
        )
    if unit == "%":
        text = re.sub(rf"{SPACES}*%$", "", text)
    if EITHER.fullmatch(text):
        both = {"small": text.replace(".", ","), "large": re.sub("[.,]", "", text)}
        raise Refused(
            _("“%(value)s” can be read in two ways. Write %(large)s if that is meant")
            % (words | both)
        )
    if GROUPED.fullmatch(text):
        return Decimal(re.sub(SPACES, "", text).replace(",", "."))
    if ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if GERMAN.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    _refuse_words(text, words)
    raise Refused(_("“%(value)s” is not a number") % words)


def _refuse_words(text: str, words: dict[str, str]) -> None:
    """A qualifier before the number has a column of its own."""
    if text.startswith(("<", "≤")) or plain_word(text).startswith(("moins de", "less than")):
        raise Refused(
            _("“%(value)s” is a small count that its publisher did not show: delete the row")
            % words
        )
    start = text.casefold().replace("è", "e").strip()
    if (match := QUALIFIED.match(start)) and (digits := re.search(r"\d.*", text)):
        meant = words | {"number": digits[0], "qualifier": match.lastgroup}
        raise Refused(
            _("“%(value)s”: write %(number)s here and “%(qualifier)s” as the qualifier") % meant
        )


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
    if match and (month := _months().get(match[2])):
        return int(match[3]), month, int(match[1])
    if re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2})", text):
        raise Refused(_("“%(value)s”: write the year with four digits") % {"value": text})
    if re.fullmatch(r"\d{4}(-\d{2})?", text):
        raise Refused(_("“%(value)s” is not a whole day. Write it as 31/12/2024") % {"value": text})
    raise Refused(_("“%(value)s” is not a date. Write it as 31/12/2024") % {"value": text[:60]})


@cache
def _months() -> dict[str, int]:
    return dict(_named_months())


def _named_months() -> Iterator[tuple[str, int]]:
    for language in ("fr", "en"):
        with override(language):
            for names in (MONTHS, MONTHS_3):
                yield from ((plain_word(name), number) for number, name in names.items())


def year(value: Plain) -> int:
    text = str(value).strip()
    if not re.fullmatch(r"(19|20)\d\d", text):
        raise Refused(_("“%(value)s” is not a year such as 2024") % {"value": text[:60]})
    return int(text)
