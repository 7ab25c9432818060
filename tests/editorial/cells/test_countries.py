"""Cells of countries, by their ISO codes."""

import pytest

from alima_site.editorial.cells import Countries, Country
from tests.editorial.cells.rows import read, record, refused


@pytest.mark.parametrize("text", ["NE", ""])
def test_a_country_is_its_code_or_none(text):
    assert read(Country("c"), text) == text


@pytest.mark.parametrize("text", ["ne", "NER", "XX", "Niger"])
def test_a_country_that_iso_does_not_know_is_refused(text):
    assert refused(Country("c"), text) == f"“{text}” is not an ISO 3166 two-letter code"


@pytest.mark.parametrize(
    ("text", "codes"),
    [("NE", ["NE"]), ("Niger (NE); ML, NE", ["ML", "NE"]), ("TD and CM", ["CM", "TD"]), ("", [])],
)
def test_the_codes_in_a_cell_are_found_between_its_words(text, codes):
    assert read(Countries("c"), text) == codes


@pytest.mark.parametrize("text", ["Niger", "NE; XX", "NIGER"])
def test_a_cell_without_a_code_or_with_a_wrong_one_is_refused(text):
    assert "no ISO 3166 two-letter codes" in refused(Countries("c"), text)


def test_the_countries_of_a_record_are_compared_as_codes():
    niger, mali, none = record(code="NE"), record(code="ML"), record(code=None)
    assert Country("c").current(record(country=niger), "country") == "NE"
    assert Country("c").current(record(country=none), "country") == ""
    assert Countries("c").current(record(places=[niger, mali]), "places") == ["ML", "NE"]
