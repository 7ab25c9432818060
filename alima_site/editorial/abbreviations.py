"""Abbreviations of the field, explained where a text first uses them."""

import re

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

ABBREVIATIONS = {
    "SAM": _("severe acute malnutrition"),
    "MAS": "malnutrition aiguë sévère",
    "MUAC": _("mid-upper arm circumference"),
    "PB": "périmètre brachial",
    "CORAL": "Clinical and Operational Research Alliance",
    "ALERRT": "African coaLition for Epidemic Research, Response and Training",
    "NIH": "National Institutes of Health",
    "ANRS": "Agence nationale de recherche sur le sida et les hépatites virales",
    "Inserm": "Institut national de la santé et de la recherche médicale",
}
ANY = re.compile("|".join(ABBREVIATIONS))
# A tag is passed over whole, so that no address in it is touched.
PIECES = re.compile(rf"<[^>]*>|\b(?:{'|'.join(ABBREVIATIONS)})\b")


def explained(html: str) -> str:
    """The HTML with the first use of each abbreviation in an `abbr` element."""
    if not ANY.search(html):
        return html
    seen: set[str] = set()

    def explain(match: re.Match[str]) -> str:
        piece = match.group()
        if piece not in ABBREVIATIONS or piece in seen:
            return piece
        seen.add(piece)
        return format_html('<abbr title="{}">{}</abbr>', ABBREVIATIONS[piece], piece)

    return PIECES.sub(explain, html)
