"""
Numbers that stand in a text as mere characters: 1,000 and more, percentages, millions.
Tokens are none; nor are years, dates, registry numbers, names of units, telephone numbers.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from alima_site.editorial.tokens import TOKEN

NOT_FIGURES = re.compile(
    "|".join(
        [
            re.sub(r"\?P<\w+>", "?:", TOKEN.pattern),
            r"(?:https?://|www\.)\S+",
            r"\S+@\S+\.\w+",
            r"\b10\.\d{4,9}/\S+",  # DOI
            r"\b(?:NCT|PACTR|ISRCTN|ACTRN|EUCTR|RBR|ChiCTR)[ -]?[\d-]+",
            r"\b20\d\d-[05]\d{5}-\d\d(?:-\d\d)?\b",  # EudraCT, EU CT
            r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b",  # ORCID
            r"\b[A-Z]{2}-\d{4}-\d{6}-[A-Z]{3}\b",  # GLIDE
            r"\b(?:PMID|PMCID|PMC|PubMed|ISBN|ISSN|SIREN|SIRET|RNA|[Nn][°º]|[Nn]o\.)"
            r"[\s:]*[A-Z]?\d[\dX -]*",
            # Units of research bodies, standards: Inserm 1219, UMR 5558, ISO 3166-1.
            r"\b(?:Inserm|INSERM|UMR(?:[ _-]?S)?|UMS|UMI|UR|U|ISO|RFC)[\s_-]?U?\d+(?:-\d+)?\b",
            r"\b\d{4}-\d\d(?:-\d\d)?\b",
            r"\b\d{1,2}([./-])\d{1,2}\1\d{2,4}\b",
            r"(?:\+|\b00)\d[\d\s().-]{6,}\d",
            r"\b0\d(?:[\s.-]?\d\d){4}\b",
        ]
    )
)
SPACES = " \u00a0\u202f\u2009"
NUMBER = re.compile(
    rf"""(?<![\w#]) (?<![a-zA-Z]-) (?<!\d[.,])
    (?: (?P<grouped> [1-9]\d{{0,2}} (?P<mark>[{SPACES}.,'’]) \d{{3}}
                     (?P<more>(?:(?P=mark)\d{{3}})*) ) (?!\d)
      | (?P<digits>\d+) )
    (?:[.,](?P<decimals>\d+))?
    (?P<unit> [\s-]? (?: %+ | ‰ | per[ -]?cent\b | pour[\s-]?cent\b
                      | (?P<scale>millions?|milliards?|billions?)\b ) )?
    | \b (?:millions?|milliards?|billions?) \b""",
    re.VERBOSE | re.IGNORECASE,
)
SCALES = {"million": 10**6, "milliard": 10**9, "billion": 10**9}
AROUND = 40  # characters of the text on each side of a number


class BareNumber(NamedTuple):
    """One number in a text; its value is None where the text has only the word “millions”."""

    excerpt: str
    value: Decimal | None
    is_percentage: bool


def bare_numbers(text: str, language: str) -> Iterator[BareNumber]:
    """The numbers of a text that should be tokens. `language` tells how it writes decimals."""
    # What is no figure is covered, not cut out: places in the text stay the same.
    covered = NOT_FIGURES.sub(lambda match: "\0" * len(match.group()), text)
    for match in NUMBER.finditer(covered):
        value = _value(match, language)
        is_percentage = bool(match["unit"]) and not match["scale"]
        if match["unit"] or value is None or (value >= 1000 and not _is_year(match)):
            yield BareNumber(_excerpt(text, *match.span()), value, is_percentage)


def _is_year(match: re.Match[str]) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", match["digits"] or ""))


def _value(match: re.Match[str], language: str) -> Decimal | None:
    digits, decimals = match["digits"] or match["grouped"], match["decimals"] or "0"
    if not digits:
        return None
    if match["mark"]:
        kept = "." if _is_decimal(match, language) else ""
        digits = digits.replace(match["mark"], kept)
    value = Decimal(digits) if "." in digits else Decimal(f"{digits}.{decimals}")
    scale = (match["scale"] or "").lower().rstrip("s")
    return value * SCALES.get(scale, 1)


def _is_decimal(match: re.Match[str], language: str) -> bool:
    """1.098 in English, 1,098 million in French: one group after the language's decimal mark."""
    if match["more"] or match["mark"] != {"en": ".", "fr": ","}[language]:
        return False
    # French prose hardly gives three decimals; 1,098 patients is a number left in English.
    return language == "en" or bool(match["unit"])


def _excerpt(text: str, start: int, end: int) -> str:
    before, after = max(0, start - AROUND), end + AROUND
    cut = text[before:after]
    return ("…" if before else "") + " ".join(cut.split()) + ("…" if after < len(text) else "")
