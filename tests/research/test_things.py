"""Trials and articles in the words of schema.org: what is known, and nothing else."""

import pytest

from research.structured_data import (
    medical_trial,
    scholarly_article,
)
from tests.research.unsaved import a_publication, a_study

pytestmark = pytest.mark.usefixtures("in_english")


def test_a_trial_has_the_number_of_its_registry():
    found = medical_trial(a_study(registration_id="ISRCTN12345678"), [])["identifier"]
    assert (found["propertyID"], found["value"]) == ("ISRCTN", "ISRCTN12345678")
    assert found["url"] == "https://www.isrctn.com/ISRCTN12345678"


def test_a_trial_says_nothing_of_what_is_not_known():
    trial = medical_trial(a_study(), [])
    assert not {"identifier", "sponsor", "status", "studyLocation", "healthCondition"} & set(trial)


def test_a_trial_names_its_sponsor_and_its_countries():
    trial = medical_trial(a_study(sponsor_en="Inserm", countries="ML,NE"), [])
    assert trial["sponsor"] == {"@type": "Organization", "name": "Inserm"}
    assert [place["identifier"] for place in trial["studyLocation"]] == ["ML", "NE"]


def test_a_summarised_title_is_said_to_be_one():
    assert "disambiguatingDescription" not in scholarly_article(a_publication())
    article = scholarly_article(a_publication(title_is_summarised=True))
    assert article["disambiguatingDescription"] == "Title summarised: not to be cited."


def test_an_article_is_free_where_anybody_can_read_it_and_silent_otherwise():
    assert scholarly_article(a_publication(open_access_url="https://x.org"))["isAccessibleForFree"]
    assert "isAccessibleForFree" not in scholarly_article(a_publication())


def test_an_article_has_its_day_or_at_least_its_year():
    dated = a_publication(year=2016, published="2016-03-01")
    assert scholarly_article(dated)["datePublished"] == "2016-03-01"
    assert scholarly_article(a_publication(year=2016))["datePublished"] == "2016"
