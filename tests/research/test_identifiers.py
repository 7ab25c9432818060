import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from research.identifiers import (
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
    checked,
    link,
)
from tests.factories import make_publication, make_study

# Each as it is kept, its scheme, and where the registry shows it.
REAL = [
    ("NCT03751475", NCT, "clinicaltrials.gov/study/"),
    ("PACTR202005622389003", PACTR, "pactr.samrc.ac.za/"),
    ("ISRCTN12345678", ISRCTN, "www.isrctn.com/"),
    ("2014-004714-29", EUDRACT, "eudract:"),
    ("2023-504987-32-00", EU_CT, "euct:"),
    ("10.1371/journal.pmed.1001967", DOI, "doi.org/"),
    ("26930627", PUBMED, "pubmed.ncbi.nlm.nih.gov/"),
    ("0000-0002-1825-0097", ORCID, "orcid.org/"),
    ("02vjkv261", ROR, "ror.org/"),
]


def ten_spellings(identifier, place):
    """What people paste: with an address, spaces, a number sign, in another case."""
    address = place if place.endswith(":") else f"https://{place}"
    return [
        identifier,
        identifier.lower(),
        identifier.upper(),
        f"  {identifier} ",
        f"#{identifier}",
        f"# {identifier}",
        f"{identifier[:4]} {identifier[4:]}",
        f"{address}{identifier}",
        f"{address}{identifier}/",
        f"{identifier}\n",
    ]


@pytest.mark.parametrize(("identifier", "scheme", "place"), REAL)
def test_ten_spellings_of_an_identifier_become_one(identifier, scheme, place):
    for spelling in ten_spellings(identifier, place):
        assert checked(spelling, (scheme,)) == identifier, spelling


@pytest.mark.parametrize(
    ("mistyped", "schemes", "reason"),
    [
        ("0000-0002-1825-0098", (ORCID,), "check digit"),
        ("02vjkv262", (ROR,), "check digit"),
        ("NCT0375147", TRIAL_REGISTRIES, "seven more digits"),
        ("NCT037514755", TRIAL_REGISTRIES, "seven more digits"),
        ("NCT13751475", TRIAL_REGISTRIES, "seven more digits"),
        ("ISRCTN1234567", TRIAL_REGISTRIES, "eight digits"),
        ("10.1371", (DOI,), "a slash"),
        ("0123", (PUBMED,), "first not 0"),
        ("NCT03751475", (DOI,), "ClinicalTrials.gov"),
        ("10.1371/journal.pmed.1001967", TRIAL_REGISTRIES, "DOI"),
        ("02ijkv261", (ROR,), "ROR"),
        ("NCT0375147٥", TRIAL_REGISTRIES, "seven more digits"),
    ],
)
def test_a_near_miss_is_refused_with_what_is_wrong(mistyped, schemes, reason):
    with override("en"), pytest.raises(ValidationError, match=reason):
        checked(mistyped, schemes)


def test_identifiers_lead_to_their_registry():
    assert link("NCT03751475", TRIAL_REGISTRIES) == "https://clinicaltrials.gov/study/NCT03751475"
    assert link("", TRIAL_REGISTRIES) == ""


@pytest.mark.django_db
def test_an_identifier_is_normalised_when_a_form_saves_it():
    study = make_study(registration_id="https://clinicaltrials.gov/ct2/show/nct03751475")
    study.diseases.set([])
    study.clean_fields(exclude=["source"])
    assert study.registration_id == "NCT03751475"
    publication = make_publication(doi="doi:10.1371/JOURNAL.PMED.1001967")
    publication.full_clean()
    assert publication.doi == "10.1371/journal.pmed.1001967"
