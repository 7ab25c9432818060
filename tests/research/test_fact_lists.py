"""The facts beside the titles of studies and collaborations."""

import pytest

from research.fact_lists import collaboration_facts, study_facts
from tests.research.facts_told import addresses, values
from tests.research.unsaved import a_collaboration, a_study

pytestmark = pytest.mark.usefixtures("in_english")


def test_what_a_reader_would_look_for_says_that_it_is_not_published():
    missing = [
        label for label, value in values(study_facts(a_study())).items() if value == "not published"
    ]
    assert missing == ["Period", "Status", "Registration", "Sponsor", "Participants"]


def test_what_no_reader_looks_for_is_left_out():
    assert not {"Where", "Countries"} & set(values(study_facts(a_study())))


def test_the_countries_of_a_study_are_named():
    assert values(study_facts(a_study(countries="ML,NE")))["Countries"] == "Mali, Niger"


def test_the_number_of_a_study_leads_to_its_registry():
    facts = study_facts(a_study(registration_id="NCT03751475"))
    assert addresses(facts) == {"Registration": "https://clinicaltrials.gov/study/NCT03751475"}


def test_a_collaboration_without_dates_says_that_they_are_not_published():
    facts = values(collaboration_facts(a_collaboration()))
    assert facts["Period"] == "not published"
    assert not {"ROR", "Countries"} & set(facts)


def test_a_collaboration_leads_to_its_ror_and_lists_its_countries():
    facts = collaboration_facts(a_collaboration(ror="02vjkv261", countries_en="Niger; Mali"))
    assert values(facts)["Countries"] == "Niger · Mali"
    assert addresses(facts) == {"ROR": "https://ror.org/02vjkv261"}
