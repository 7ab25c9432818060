"""
Words as the index holds them: without case, accents, plural or gender, in French and English.
The rules are light: they bring the forms of a word together, they do not know grammar.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A number with its thousands apart is one word; else letters and digits.
TOKEN = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+(?!\d)|[^\W_](?:[^\W_]|[\u0300-\u036f])*"
)
# Words that hold together: AMCP-SP, COVID-19, N’Djamena.
COMPOUND = re.compile(r"[^\W_]+(?:[-‑–’'.&/][^\W_]+)+")
LONGEST = 80
# As many forms are remembered: few words make up most of a text.
WORDS = 2_000
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "’": "'"})
ELISIONS = {"l", "d", "qu", "j", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu"}
FRENCH = {
    "n", "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "a", "au", "aux",
    "en", "dans", "par", "pour", "sur", "avec", "sans", "ce", "cet", "cette", "ces", "son",
    "sa", "ses", "leur", "leurs", "il", "elle", "ils", "elles", "on", "que", "qui", "quel",
    "quelle", "quels", "quelles", "dont", "est", "sont", "entre", "chez", "vers", "se",
    "ne", "pas", "plus", "y",
}  # fmt: skip
ENGLISH = {
    "s", "t", "a", "an", "the", "of", "and", "or", "in", "on", "at", "by", "for", "from",
    "to", "with", "without", "as", "is", "are", "was", "were", "be", "its", "their", "this",
    "that", "these", "those", "which", "what", "how", "where", "when", "does", "do", "did",
}  # fmt: skip
STOP_WORDS = {"fr": ELISIONS | FRENCH, "en": ENGLISH}
IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "feet": "foot", "mice": "mouse",
    "yeux": "oeil", "people": "person", "persons": "person",
}  # fmt: skip
# The first ending that fits is replaced; what is left keeps at least three letters.
PLURALS = {
    "fr": [("eaux", "eau"), ("aux", "al"), ("ss", "ss"), ("s", ""), ("x", "")],
    "en": [
        ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ies", "y"),
        ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
    ],
}  # fmt: skip
ENDINGS = {
    "fr": [
        ("ionnelle", "ion"), ("ionnel", "ion"), ("euse", "eur"), ("trice", "teur"),
        ("ive", "if"), ("enne", "en"), ("ee", ""), ("e", ""),
    ],
    "en": [
        ("ional", "ion"), ("isation", "is"), ("ising", "is"), ("ised", "is"), ("tre", "ter"),
        ("ying", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("e", ""),
    ],
}  # fmt: skip


class Token(NamedTuple):
    """A word of a text, as it is compared, and where it stands."""

    word: str
    start: int
    end: int


def fold(text: str) -> str:
    """The text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.translate(LIGATURES)


@lru_cache(WORDS)
def compressed(text: str) -> str:
    """Only its letters and digits: how identifiers and whole names are compared."""
    return "".join(c for c in fold(text) if c.isalnum())[:LONGEST]


def tokens(text: str) -> list[Token]:
    return [
        Token(compressed(match.group()), match.start(), match.end())
        for match in TOKEN.finditer(text)
    ]


def compounds(text: str) -> list[str]:
    """The words of a text that hold together, as one; not those with an article before them."""
    found = []
    for match in COMPOUND.finditer(text):
        first = re.split(r"['’]", match.group())[0]
        if fold(first) not in ELISIONS:
            found.append(match.group())
    return found


def is_stop_word(word: str, language: str) -> bool:
    return word in STOP_WORDS[language]


@lru_cache(WORDS)
def stem(word: str, language: str) -> str:
    """What the forms of a word have in common. Wants a folded word."""
    if len(word) <= 3 or not word.isalpha():
        return IRREGULAR.get(word, word)
    word = word.replace("ae", "e").replace("oe", "e").replace("iz", "is")
    word = _without(word, PLURALS[language])
    word = IRREGULAR.get(word, word)
    word = _without(word, ENDINGS[language])
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def _without(word: str, endings: list[tuple[str, str]]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= 3:
            return word[: -len(ending)] + instead
    return word
