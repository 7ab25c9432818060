"""Where identifiers lead, and which kind each is."""

import pytest

from research.identifiers import link, normalise, scheme_of
from research.schemes import (
    ALL,
    DOI,
    EU_CT,
    EUDRACT,
    ISRCTN,
    NCT,
    ORCID,
    PACTR,
    PUBMED,
    ROR,
    TRIAL_REGISTRIES,
)

KNOWN = {
    "NCT03751475": (NCT, "https://clinicaltrials.gov/study/NCT03751475"),
    "PACTR202005622389003": (PACTR, "https://pactr.samrc.ac.za/"),
    "ISRCTN12345678": (ISRCTN, "https://www.isrctn.com/ISRCTN12345678"),
    "2014-004714-29": (
        EUDRACT, "https://www.clinicaltrialsregister.eu/ctr-search/search?query=2014-004714-29",
    ),
    "2023-504987-32-00": (
        EU_CT,
        "https://euclinicaltrials.eu/search-for-clinical-trials/?lang=en&EUCT=2023-504987-32-00",
    ),
    "10.1371/journal.pmed.1001967": (DOI, "https://doi.org/10.1371/journal.pmed.1001967"),
    "26930627": (PUBMED, "https://pubmed.ncbi.nlm.nih.gov/26930627/"),
    "0000-0002-1825-0097": (ORCID, "https://orcid.org/0000-0002-1825-0097"),
    "02vjkv261": (ROR, "https://ror.org/02vjkv261"),
}  # fmt: skip


@pytest.mark.parametrize("identifier", KNOWN)
def test_an_identifier_is_of_one_scheme_and_leads_to_its_place(identifier):
    scheme, address = KNOWN[identifier]
    assert [s for s in ALL if s.pattern.fullmatch(identifier)] == [scheme]
    assert scheme_of(identifier) is scheme
    assert link(identifier, (scheme,)) == address


@pytest.mark.parametrize("text", ["", "unknown", "NCT0375147"])
def test_what_is_no_identifier_leads_nowhere(text):
    assert link(text, ALL) == ""


def test_an_identifier_of_another_kind_leads_nowhere():
    assert link("26930627", TRIAL_REGISTRIES) == ""
    assert scheme_of("26930627", TRIAL_REGISTRIES) is None


def test_an_older_spelling_leads_to_the_same_place():
    assert link("https://doi.org/10.1371/JOURNAL.pmed.1001967", (DOI,)) == (
        "https://doi.org/10.1371/journal.pmed.1001967"
    )


def test_a_doi_keeps_what_ends_other_identifiers():
    assert normalise("10.1000/A?b:c", DOI) == "10.1000/a?b:c"
    assert normalise("NCT03751475?term=x", NCT) == "NCT03751475"


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2212")
def test_every_dash_that_is_pasted_becomes_a_hyphen(dash):
    assert normalise(f"0000{dash}0002{dash}1825{dash}0097", ORCID) == "0000-0002-1825-0097"


@pytest.mark.parametrize("sign", "\u200b\ufeff\u00a0\t")
def test_signs_nobody_sees_are_left_out(sign):
    assert normalise(f"{sign}NCT0375{sign}1475", NCT) == "NCT03751475"


@pytest.mark.parametrize("text", ["0751475", "10.12/x", "10.1234567890/x", "0000-0002-1825-00971"])
def test_too_few_or_too_many_digits_are_no_identifier(text):
    assert scheme_of(text) is None
