import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from research.identifiers import checked, link
from research.schemes import (
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
    ("pasted", "scheme", "identifier"),
    [
        ("ClinicalTrials.gov Identifier: NCT03751475", NCT, "NCT03751475"),
        ("https://clinicaltrials.gov/ct2/show/NCT03751475?term=x", NCT, "NCT03751475"),
        ("https://classic.clinicaltrials.gov/ct2/show/nct03751475/", NCT, "NCT03751475"),
        ("NCT: 03751475.", NCT, "NCT03751475"),
        ("ISRCTN 12345678", ISRCTN, "ISRCTN12345678"),
        ("EudraCT Number: 2014-004714-29", EUDRACT, "2014-004714-29"),
        ("2014\u2011004714\u201129", EUDRACT, "2014-004714-29"),
        ("EU CT number: 2023-504987-32-00", EU_CT, "2023-504987-32-00"),
        ("https://dx.doi.org/10.1371/JOURNAL.pmed.1001967", DOI, "10.1371/journal.pmed.1001967"),
        ("doi: 10.1371/journal.pmed.1001967.", DOI, "10.1371/journal.pmed.1001967"),
        ("DOI:https://doi.org/10.1/x", DOI, None),
        ("10.1016/S2214-109X(20)30518-0", DOI, "10.1016/s2214-109x(20)30518-0"),
        ("PMID: 26930627", PUBMED, "26930627"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/26930627", PUBMED, "26930627"),
        ("ORCID iD: 0000-0002-1825-0097", ORCID, "0000-0002-1825-0097"),
        ("http://orcid.org/0000-0002-1694-233x", ORCID, "0000-0002-1694-233X"),
        ("ROR:02VJKV261", ROR, "02vjkv261"),
        ("ror.org/02vjkv261", ROR, "02vjkv261"),
    ],
)
def test_what_people_paste_is_understood(pasted, scheme, identifier):
    if identifier:
        assert checked(pasted, (scheme,)) == identifier
    else:
        with pytest.raises(ValidationError):
            checked(pasted, (scheme,))


@pytest.mark.parametrize("known", ["02vjkv261", "01cwqze88", "043z4tv69", "057qpr032"])
def test_the_ror_of_known_institutes_is_right_and_every_other_check_digit_wrong(known):
    assert checked(known, (ROR,)) == known
    for digits in range(100):
        other = f"{known[:7]}{digits:02}"
        if other != known:
            with pytest.raises(ValidationError):
                checked(other, (ROR,))


@pytest.mark.parametrize(
    ("mistyped", "schemes", "reason"),
    [
        ("0000-0002-1825-0098", (ORCID,), "check digit"),
        ("02vjkv262", (ROR,), "check digit"),
        ("NCT0375147", TRIAL_REGISTRIES, "seven more digits"),
        ("NCT037514755", TRIAL_REGISTRIES, "seven more digits"),
        ("NCT13751475", TRIAL_REGISTRIES, "seven more digits"),
        ("ISRCTN1234567", TRIAL_REGISTRIES, "eight digits"),
        ("PACTR20200562238900", TRIAL_REGISTRIES, "PACTR"),
        ("PACTR20200562238900311", TRIAL_REGISTRIES, "13 or 14 more digits"),
        ("2014-104714-29", (EUDRACT,), "begin with 0"),
        ("2014-004714-2", (EUDRACT,), "begin with 0"),
        ("2023-504987-32", (EU_CT,), "twice two digits"),
        ("123456789", (PUBMED,), "one to eight digits"),
        ("0000-0002-1825-009", (ORCID,), "four times four"),
        ("0000-0002-1825-0097", (ROR,), "ORCID"),
        ("02vjkv26", (ROR,), "two digits"),
        ("26930627", (DOI,), "PubMed"),
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
