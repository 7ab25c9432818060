"""
Public identifiers of studies, articles, people and institutes: brought into
one spelling when they are entered, checked by pattern and, where the scheme
has one, by check digit; and linked.
"""

import re
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from research.schemes import ALL, DOI, Scheme

# What people paste before an identifier: an address, or its kind, as in “PMID: 26930627”.
ADDRESS = re.compile(r"^(https?://|www\.)\S*/|^[a-z.-]+\.[a-z]{2,}/(\S*/)?", re.IGNORECASE)
DOI_ADDRESS = re.compile(r"^(https?://)?([a-z.-]+\.)?doi\.org/", re.IGNORECASE)
KIND = re.compile(
    r"^(doi|pmid|pubmed|orcid|ror|eudract|eu-?ct|clinicaltrials\.gov)?"
    r"(identifier|number|no\.?|id)?:",
    re.IGNORECASE,
)
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")


def normalise(text: str, scheme: Scheme) -> str:
    """The one spelling of an identifier: no address, space, # or trailing slash; one case."""
    bare = re.sub(r"[\s\u200b\ufeff#]+", "", text)
    if scheme is DOI:  # a DOI may hold anything; the others end before a query
        bare = DOI_ADDRESS.sub("", KIND.sub("", bare))
    else:
        bare = bare.translate(DASHES).partition("?")[0].rstrip("/.,;")
        bare = ADDRESS.sub("", KIND.sub("", bare)).replace(":", "")
    return scheme.fold(bare.rstrip("/.,;"))


def scheme_of(text: str, schemes: Iterable[Scheme] = ALL) -> Scheme | None:
    """The first scheme whose pattern the identifier has."""
    return next((s for s in schemes if s.pattern.fullmatch(normalise(text, s))), None)


def link(text: str, schemes: Iterable[Scheme]) -> str:
    """The page an identifier stands for; empty when it is of none of these schemes."""
    scheme = scheme_of(text, schemes) if text else None
    return scheme.link.format(id=normalise(text, scheme)) if scheme else ""


def checked(text: str, schemes: tuple[Scheme, ...]) -> str:
    """The normalised identifier; ValidationError with a sentence when it is none of these."""
    scheme = scheme_of(text, schemes)
    if scheme is None:
        raise ValidationError(_reason(text, schemes), code="identifier")
    identifier = normalise(text, scheme)
    if scheme.check and not scheme.check(identifier):
        raise ValidationError(
            _("“%(text)s” looks like %(name)s, but its check digit is wrong: a sign is mistyped."),
            code="check_digit",
            params={"text": text, "name": scheme.name},
        )
    return identifier


def _reason(text: str, schemes: tuple[Scheme, ...]) -> str:
    if other := scheme_of(text):
        return _("“%(text)s” is an identifier of %(other)s; here one of %(names)s is meant.") % {
            "text": text,
            "other": other.name,
            "names": ", ".join(scheme.name for scheme in schemes),
        }
    near = [s for s in schemes if s.name[:3].upper() in text.upper()] or schemes[:1]
    shapes = "; ".join(f"{scheme.name}: {scheme.shape}" for scheme in near)
    return _("“%(text)s” is no identifier known here. Expected: %(shapes)s.") % {
        "text": text,
        "shapes": shapes,
    }
