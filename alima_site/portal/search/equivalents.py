"""Wordings that mean the same, so that who asks for one finds the other: MUAC and PB."""

import re
from functools import cache

from django.utils.translation import override

from alima_site.editorial.abbreviations import ABBREVIATIONS
from alima_site.portal.search.words import stem, tokens

# Beside those that pages explain: what readers type for words that the content spells out.
GROUPS = [
    ["MAM", "moderate acute malnutrition", "malnutrition aiguë modérée"],
    ["NGO", "ONG", "non-governmental organisation", "organisation non gouvernementale"],
    ["WHO", "OMS", "World Health Organization", "Organisation mondiale de la santé"],
    ["WFP", "PAM", "World Food Programme", "Programme alimentaire mondial"],
    ["MSF", "Médecins Sans Frontières", "Doctors Without Borders"],
    ["HIV", "VIH"],
    ["AIDS", "sida"],
    ["DRC", "RDC", "Democratic Republic of the Congo", "République démocratique du Congo"],
    ["CAR", "RCA", "Central African Republic", "République centrafricaine", "Centrafrique"],
    ["IDP", "displaced people", "personnes déplacées", "déplacés"],
    ["EVD", "MVE", "Ebola virus disease", "maladie à virus Ebola"],
    ["COVID", "COVID-19", "coronavirus"],
]
Phrase = tuple[str, ...]


@cache
def groups() -> list[list[str]]:
    """All wordings that mean the same; abbreviations that are explained alike are one group."""
    joined: list[list[str]] = [list(group) for group in GROUPS]
    for short, long in ABBREVIATIONS.items():
        names = {short}
        for code in ("fr", "en"):
            with override(code):
                names.add(str(long))
        same = [group for group in joined if names & set(group)]
        joined = [group for group in joined if group not in same]
        joined.append(sorted({*names, *(name for group in same for name in group)}))
    return joined


def is_abbreviation(wording: str) -> bool:
    return wording.isupper()


@cache
def abbreviations() -> re.Pattern[str]:
    """Written in capitals only: “car” is a French word, CAR a country."""
    short = (re.escape(w) for group in groups() for w in group if is_abbreviation(w))
    return re.compile(rf"\b(?:{'|'.join(sorted(short, key=len, reverse=True))})\b")


@cache
def phrases(language: str) -> dict[str, list[tuple[Phrase, str]]]:
    """The wordings that are spelled out, as stems, by their first stem."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for group in groups():
        for wording in group:
            if not is_abbreviation(wording):
                phrase = as_stems(wording, language)
                found.setdefault(phrase[0], []).append((phrase, wording))
    return found


def as_stems(text: str, language: str) -> Phrase:
    return tuple(stem(token.word, language) for token in tokens(text))


def wordings(text: str, language: str) -> list[str]:
    """What else could be said for what this text says."""
    said = set(abbreviations().findall(text))
    known, stems = phrases(language), as_stems(text, language)
    for position, first in enumerate(stems):
        for phrase, wording in known.get(first, ()):
            if stems[position : position + len(phrase)] == phrase:
                said.add(wording)
    return [w for group in groups() if said & set(group) for w in group if w not in said]


def meant_by(query: str, language: str) -> list[Phrase]:
    """The other wordings of what a reader typed, in whatever case, for the marks in a result."""
    stems = as_stems(query, language)
    return [
        as_stems(other, language)
        for group in groups()
        if any(_holds(stems, as_stems(wording, language)) for wording in group)
        for other in group
    ]


def _holds(stems: Phrase, phrase: Phrase) -> bool:
    return any(stems[n : n + len(phrase)] == phrase for n in range(len(stems)))
