"""
Public identifiers of studies, articles, people and institutes: brought into
one spelling when they are entered, checked by pattern and, where the scheme
has one, by check digit; and linked. Patterns: each registry's own.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def orcid_check(text: str) -> bool:
    """ISO 7064 MOD 11-2 over the first fifteen digits; ten is written X."""
    digits = text.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    remainder = (12 - total % 11) % 11
    return digits[-1] == ("X" if remainder == 10 else str(remainder))


def ror_check(text: str) -> bool:
    """98 − (100·n mod 97), n being the first seven characters as Crockford's base 32."""
    n = 0
    for character in text[:7]:
        n = n * 32 + CROCKFORD.index(character)
    return int(text[7:]) == 98 - (100 * n) % 97


@dataclass(frozen=True)
class Scheme:
    """One kind of identifier. `link` has {id} where the identifier stands."""

    name: str
    pattern: re.Pattern[str]
    shape: Any
    link: str
    fold: Callable[[str], str] = str.upper
    check: Callable[[str], bool] | None = None


NCT = Scheme(
    "ClinicalTrials.gov",
    re.compile(r"NCT0\d{7}", re.ASCII),
    gettext_lazy("NCT, a 0 and seven more digits"),
    "https://clinicaltrials.gov/study/{id}",
)
PACTR = Scheme(
    "PACTR",
    re.compile(r"PACTR20\d{13,14}", re.ASCII),
    gettext_lazy("PACTR, 20 and 13 or 14 more digits"),
    "https://pactr.samrc.ac.za/",
)
ISRCTN = Scheme(
    "ISRCTN",
    re.compile(r"ISRCTN\d{8}", re.ASCII),
    gettext_lazy("ISRCTN and eight digits"),
    "https://www.isrctn.com/{id}",
)
EUDRACT = Scheme(
    "EudraCT",
    re.compile(r"20\d{2}-0\d{5}-\d{2}", re.ASCII),
    gettext_lazy("a year, six digits that begin with 0, and two digits: 2015-000000-00"),
    "https://www.clinicaltrialsregister.eu/ctr-search/search?query={id}",
)
EU_CT = Scheme(
    "EU CT",
    re.compile(r"20\d{2}-5\d{5}-\d{2}-\d{2}", re.ASCII),
    gettext_lazy("a year, six digits that begin with 5, and twice two digits: 2023-500000-00-00"),
    "https://euclinicaltrials.eu/search-for-clinical-trials/?lang=en&EUCT={id}",
)
DOI = Scheme(
    "DOI",
    re.compile(r"10\.\d{4,9}/\S+", re.ASCII),
    gettext_lazy("10., four to nine digits, a slash and the rest"),
    "https://doi.org/{id}",
    str.lower,
)
PUBMED = Scheme(
    "PubMed",
    re.compile(r"[1-9]\d{0,7}", re.ASCII),
    gettext_lazy("one to eight digits, the first not 0"),
    "https://pubmed.ncbi.nlm.nih.gov/{id}/",
)
ORCID = Scheme(
    "ORCID",
    re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII),
    gettext_lazy("four times four digits, the last perhaps an X"),
    "https://orcid.org/{id}",
    check=orcid_check,
)
ROR = Scheme(
    "ROR",
    re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}", re.ASCII),
    gettext_lazy("a 0, six letters or digits and two digits"),
    "https://ror.org/{id}",
    str.lower,
    ror_check,
)

TRIAL_REGISTRIES = (NCT, PACTR, ISRCTN, EUDRACT, EU_CT)
ALL = (*TRIAL_REGISTRIES, DOI, PUBMED, ORCID, ROR)

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


class IdentifierField(models.CharField):
    """Text that is one of the given schemes' identifiers, in its one spelling; or empty."""

    def __init__(self, *args: Any, schemes: tuple[Scheme, ...] = (), **kwargs: Any) -> None:
        self.schemes = schemes
        kwargs.setdefault("max_length", 120)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        value = super().clean(value, model_instance)
        return checked(value, self.schemes) if value else value
