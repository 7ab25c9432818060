"""The kinds of public identifiers, each with its registry's own pattern, and where it leads."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from research.check_digits import orcid_check, ror_check


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
