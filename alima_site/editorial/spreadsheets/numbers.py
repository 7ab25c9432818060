"""Counts as people write them; what could be meant in two ways is refused."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from alima_site.editorial.spreadsheets.columns import plain_word
from alima_site.editorial.spreadsheets.sheets import Plain, Refused

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


def whole_number(value: Plain) -> int:
    """A count; Refused with what is wrong and what may be meant."""
    number = value if isinstance(value, int | float) else _number(str(value))
    if number != int(number):
        raise Refused(_("“%(value)s” is not a whole number") % {"value": value})
    if number < 0:
        raise Refused(_("“%(value)s” is below zero; a count never is") % {"value": value})
    if number > LARGEST:
        raise Refused(_("“%(value)s” is larger than any count") % {"value": value})
    return int(number)


def _number(text: str) -> Decimal:
    words = {"value": text[:60]}
    if plain_word(text) in NO_VALUE:
        raise Refused(
            _("“%(value)s” is no value. A value that is not known has no row: delete it") % words
        )
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
