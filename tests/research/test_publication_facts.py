"""The facts beside the title of a publication."""

import pytest

from research.fact_lists import publication_facts
from tests.research.facts_told import addresses, values
from tests.research.unsaved import a_publication, a_study

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_publication_says_what_is_not_published_of_it():
    facts = values(publication_facts(a_publication()))
    missing = [label for label, value in facts.items() if value == "not published"]
    assert missing == ["Journal", "Published", "First author", "DOI"]


def test_the_day_of_a_publication_goes_before_its_year():
    facts = publication_facts(a_publication(year=2016, published="2016-03"))
    assert values(facts)["Published"] == "March 2016"
    assert values(publication_facts(a_publication(year=2016)))["Published"] == "2016"


def test_a_publication_leads_to_what_can_be_read_of_it():
    publication = a_publication(
        doi="10.1000/x", pubmed_id="26930627", open_access_url="https://example.org/all"
    )
    assert addresses(publication_facts(publication)) == {
        "DOI": "https://doi.org/10.1000/x",
        "PubMed": "https://pubmed.ncbi.nlm.nih.gov/26930627/",
        "Open access": "https://example.org/all",
    }


@pytest.mark.parametrize(("state", "is_named"), [("published", True), ("draft", False)])
def test_a_publication_names_its_study_only_where_that_is_public(state, is_named):
    facts = publication_facts(a_publication(study=a_study(slug="a-study", state=state)))
    assert ("Study" in values(facts)) == is_named
