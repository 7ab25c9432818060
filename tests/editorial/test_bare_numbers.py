"""Which numbers of a text should be tokens."""

from decimal import Decimal

import pytest

from alima_site.editorial.bare_numbers import bare_numbers

FOUND = [
    ("en", "1098873 patients", "1098873"),
    ("en", "1,098,873 patients", "1098873"),
    ("en", "1 098 873 patients", "1098873"),
    ("fr", "1\u202f098\u202f873 patients", "1098873"),
    ("fr", "1\u00a0098\u00a0873 patients", "1098873"),
    ("fr", "1 098 873 patients", "1098873"),
    ("fr", "1.098.873 patients", "1098873"),
    ("fr", "1’098’873 patients", "1098873"),
    ("fr", "1.098 patients", "1098"),
    ("fr", "1,098 patients", "1098"),
    ("en", "1,000 children", "1000"),
    ("en", "2,024 children", "2024"),
    ("fr", "2 024 enfants", "2024"),
    ("en", "about 4321 children", "4321"),
    ("en", "12,345.5 litres", "12345.5"),
    ("fr", "12 345,5 litres", "12345.5"),
    ("en", "In 2023, 12,345 people", "12345"),
    ("fr", "En 2023 : 12 345 personnes", "12345"),
    ("en", "(12,345)", "12345"),
    ("en", "1899 patients", "1899"),
    ("en", "2100 patients", "2100"),
    ("en", "50% of needs", "50"),
    ("en", "0.5% of funding", "0.5"),
    ("en", "2.6 per cent", "2.6"),
    ("en", "28 percent", "28"),
    ("fr", "50\u202f% des besoins", "50"),
    ("fr", "0,5 % des fonds", "0.5"),
    ("fr", "28 pour cent", "28"),
    ("fr", "2000 % de plus", "2000"),
    ("en", "13 million patients", "13000000"),
    ("en", "2.6 million patients", "2600000"),
    ("en", "a 13-million mark", "13000000"),
    ("en", "3 billion people", "3000000000"),
    ("fr", "13\u00a0millions de patients", "13000000"),
    ("fr", "2,6 millions de patients", "2600000"),
    ("fr", "3 milliards d’euros", "3000000000"),
    ("en", "thirteen million patients", None),
    ("en", "Millions of people", None),
    ("fr", "des millions de gens", None),
    ("en", "In [[figure:countries]] countries, 5 million patients", "5000000"),
]
NOT_FOUND = [
    ("en", ""),
    ("en", "In 2009 it began; by 2023 it was 14 countries"),
    ("en", "Between 2009 and 2013, 47 projects"),
    ("fr", "de 2009 à 2019, 999 enfants"),
    ("en", "2009–2019, 2009-2019, 2009/2010"),
    ("en", "In 2020 300 children"),
    ("en", "22 February 2024"),
    ("fr", "le 1er février 2024"),
    ("en", "2024-02-22, 2024-02, 22/02/2024, 22.02.2024"),
    ("en", "NCT03745287, PACTR202004531247382, ISRCTN12345678"),
    ("en", "doi 10.1016/S0140-6736(20)30001-1"),
    ("en", "EudraCT 2016-003826-23"),
    ("en", "PMID 31234567, ORCID 0000-0002-1825-0097"),
    ("en", "Inserm 1219 and INSERM1219, U1219, U 1219"),
    ("fr", "l’unité Inserm U1219, UMR 5558"),
    ("en", "Call +33 1 70 38 28 00 or +1 202 555 0123"),
    ("fr", "Tél. 01 70 38 28 00, 0170382800"),
    ("en", "https://example.org/1098873?page=123456 and x1234@example.org"),
    ("en", "[[figure:patients-total]] patients and [[stat:ne-2023-12345]]"),
    ("en", "COVID-19, H5N1, ISO 3166-1, A4, #b33410"),
    ("en", "a ratio of 1.098, version 5.2.19, 999 patients"),
    ("fr", "0,125 mg, 14 pays, 1,5 fois"),
    ("en", "the ten-millionth patient"),
    ("en", "%(count)s records, %(value)s"),
]


@pytest.mark.parametrize(("language", "text", "value"), FOUND)
def test_a_bare_number_is_found_with_its_value(language, text, value):
    (found,) = bare_numbers(text, language)
    assert found.value == (None if value is None else Decimal(value))
    assert found.is_percentage == any(sign in text for sign in ("%", "cent"))
    assert found.excerpt


@pytest.mark.parametrize(("language", "text"), NOT_FOUND)
def test_other_numbers_are_left_alone(language, text):
    assert list(bare_numbers(text, language)) == []


def test_all_numbers_of_a_text_are_found_in_their_order():
    text = "In 2023, 12,345 children and 6,789 mothers, 50% of 3 million, and millions more"
    assert [found.value for found in bare_numbers(text, "en")] == [12345, 6789, 50, 3000000, None]


def test_the_excerpt_shows_where_it_stands():
    text = "a " * 50 + "1,234" + " b" * 50
    (found,) = bare_numbers(text, "en")
    assert found.excerpt.startswith("…")
    assert "a a 1,234 b b" in found.excerpt
    assert len(found.excerpt) < 100
