"""How numbers, dates and periods are put into words, in the active language."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from alima_site.editorial.typography import NARROW, NO_BREAK

Number = int | Decimal


def is_french() -> bool:
    return (get_language() or "fr").startswith("fr")


def number(value: Number) -> str:
    """1 098 873,5 in French (narrow no-break spaces), 1,098,873.5 in English."""
    plain = Decimal(value)
    plain = plain.quantize(Decimal(1)) if plain == plain.to_integral() else plain.normalize()
    text = f"{plain:,f}"
    return text.translate({ord(","): NARROW, ord("."): ","}) if is_french() else text


def short_number(value: Number) -> str:
    """Round millions in words: 13 million, 2,6 millions; every other number in digits."""
    if value < 1_000_000 or value % 100_000:
        return number(value)
    millions = Decimal(value) / 1_000_000
    # French counts from two on as plural: 1,5 million, 2 millions.
    word = "millions" if is_french() and millions >= 2 else "million"
    return f"{number(millions)}{NO_BREAK}{word}"


def with_unit(value: Number, unit: str) -> str:
    """The number as headlines print it: only a percentage carries its unit."""
    if unit == "%":
        return f"{number(value)}{NARROW}%" if is_french() else f"{number(value)}%"
    return short_number(value)


def partial_date(value: str) -> str:
    """2024, February 2024, 27 February 2024; « 1er février 2024 » in French."""
    year, month, day = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if not month:
        return str(year)
    if not day:
        return f"{MONTHS[month]} {year}"
    ordinal = "1er" if day == 1 and is_french() else str(day)
    return f"{ordinal}{NO_BREAK}{MONTHS[month]} {year}"


def is_day(value: str) -> bool:
    return len(value) == len("2024-02-27")


def period(start: str, end: str) -> str:
    """An interval of partial dates in words; empty when neither is known."""
    words = {"start": start and partial_date(start), "end": end and partial_date(end)}
    days = [is_day(value) for value in (start, end) if value]
    # French says « du 13 mai » but « mai 2013 à »: days have sentences of their own.
    match bool(start), bool(end), all(days):
        case True, True, _any if start == end:
            return words["start"]
        case True, True, True:
            return pgettext("days", "%(start)s to %(end)s") % words
        case True, True, False:
            form = "%(start)s – %(end)s" if any(days) else _("%(start)s to %(end)s")
            return form % words
        case True, False, True:
            return pgettext("days", "since %(start)s") % words
        case True, False, False:
            return _("since %(start)s") % words
        case False, True, True:
            return pgettext("days", "until %(end)s") % words
        case False, True, False:
            return _("until %(end)s") % words
    return ""


def counted_period(start: datetime.date | None, end: datetime.date | None) -> str:
    """
    The period a count covers. The files hold full dates; a day that only opens
    or closes a year or a month is not printed, since no source prints it.
    """
    first = last = ""
    if start:
        opens_year = (start.month, start.day) == (1, 1)
        first = _cut(start, year=opens_year, month=start.day == 1)
    if end:
        closes_month = (end + datetime.timedelta(days=1)).day == 1
        last = _cut(end, year=(end.month, end.day) == (12, 31), month=closes_month)
    if start and end and start.year == end.year and len(first) != len(last):
        # Within one year “2022 to November 2022” would say nothing: name the months.
        first, last = max(first, f"{start:%Y-%m}", key=len), max(last, f"{end:%Y-%m}", key=len)
    return period(first, last)


def _cut(day: datetime.date, *, year: bool, month: bool) -> str:
    if year:
        return f"{day:%Y}"
    return f"{day:%Y-%m}" if month else day.isoformat()


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency, which three capital letters stand for (ISO 4217)."""
    return len(unit) == 3 and unit.isupper()


def money(value: Number, currency: str) -> str:
    """EUR 1,200.50 in English, 1 200,50 EUR in French; cents only where there are any."""
    plain = Decimal(value).quantize(Decimal("0.01"))
    text = number(plain) if plain == plain.to_integral() else f"{plain:,f}"
    if is_french():
        text = text.translate({ord(","): NARROW, ord("."): ","})
        return f"{text}{NO_BREAK}{currency}"
    return f"{currency}{NO_BREAK}{text}"


def amount(value: Number, unit: str, qualifier: str, qualifier_word: str) -> str:
    """The value in full as it was published: “more than 1,500”, “50%”, “EUR 1,200”."""
    if unit == "%":
        text = with_unit(value, unit)
    else:
        text = money(value, unit) if is_currency(unit) else number(value)
    if qualifier == "exact":
        return text
    return _("%(qualifier)s %(value)s") % {"qualifier": qualifier_word, "value": text}


def fewer_than(threshold: int) -> str:
    """What stands for a count that is too small to be shown: < 10, moins de 10."""
    return _("< %(threshold)s") % {"threshold": number(threshold)}


def quoted(value: Number, unit: str, qualifier: str) -> str:
    """The value as a sentence says it: “more than 13 million”, “50%”."""
    text = with_unit(value, unit)
    if not qualifier:
        return text
    return _("%(qualifier)s %(value)s") % {"qualifier": qualifier, "value": text}


def listed(text: str) -> str:
    """Parts that a cell separates by semicolons, as a line: “Mirriah · Dakoro”."""
    return " · ".join(part.strip() for part in text.split(";") if part.strip())


def labelled(label: Any, value: str) -> str:
    """A name with its value, with the colon of the language."""
    return _("%(label)s: %(value)s") % {"label": label, "value": value}


def printed_period(version: Any) -> str:
    """When the source says a figure was true, in the source's words where it has any."""
    if version.period_as_printed:
        return _("as printed: %(period)s") % {"period": version.period_as_printed}
    if version.as_of:
        date = {"date": partial_date(version.as_of)}
        if is_day(version.as_of):
            return pgettext("days", "as of %(date)s") % date
        return _("as of %(date)s") % date
    return _("undated")
