"""Who types one wording finds the other: abbreviations, names in both languages."""

import pytest

from alima_site.portal.search.equivalents import abbreviations, groups, meant_by, wordings


def test_an_abbreviation_says_what_it_stands_for_in_both_languages():
    other = wordings("Trained by the WHO", "en")
    assert {"OMS", "World Health Organization", "Organisation mondiale de la santé"} <= set(other)


def test_an_abbreviation_that_pages_explain_has_its_words_in_both_languages():
    assert {"mid-upper arm circumference", "périmètre brachial"} <= set(wordings("MUAC", "en"))


def test_a_wording_spelled_out_says_its_abbreviation():
    assert "RDC" in wordings("en République démocratique du Congo", "fr")


def test_a_plural_is_the_same_wording():
    assert "NGO" in wordings("Non-governmental organisations", "en")


def test_what_is_said_already_is_not_said_again():
    assert "HIV" not in wordings("HIV", "en")
    assert "VIH" in wordings("HIV", "en")


@pytest.mark.parametrize(
    "text", ["car", "who", "mas", "a CARE unit", "an OSCAR", "a world of trade", ""]
)
def test_a_common_word_in_a_text_is_no_abbreviation(text):
    assert wordings(text, "en") == []


def test_the_longest_abbreviation_is_read_first():
    assert abbreviations().findall("COVID-19") == ["COVID-19"]


def test_a_reader_may_type_an_abbreviation_in_small_letters():
    assert any(phrase[:2] == ("world", "health") for phrase in meant_by("who", "en"))


def test_a_part_of_a_wording_does_not_mean_the_whole():
    assert meant_by("world programme", "en") == []
    assert meant_by("", "en") == []


def test_no_wording_stands_in_two_groups():
    every = [wording for group in groups() for wording in group]
    assert len(every) == len(set(every))
