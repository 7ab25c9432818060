"""Abbreviations within words, tags, other texts and other languages."""

import pytest
from django.utils.translation import override

from alima_site.editorial.abbreviations import explained


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "mid-upper arm circumference"), ("fr", "périmètre brachial")],
)
def test_an_abbreviation_is_explained_in_the_language_of_the_page(language, title):
    with override(language):
        assert explained("MUAC") == f'<abbr title="{title}">MUAC</abbr>'


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("MAS", "malnutrition aiguë sévère"),
        ("PB", "périmètre brachial"),
        ("NIH", "National Institutes of Health"),
    ],
)
def test_a_name_in_another_language_keeps_it_in_both(name, title):
    for language in ("en", "fr"):
        with override(language):
            assert f'title="{title}"' in explained(name)


@pytest.mark.parametrize("text", ["", "Nothing", "sam", "INSERM", "SAMs", "XSAM"])
def test_what_is_written_otherwise_is_no_abbreviation(text):
    assert explained(text) == text


def test_each_of_several_is_explained_once():
    html = explained("(NIH), NIH/ANRS: NIH-ANRS.")
    assert html.count("<abbr") == 2
    assert html.endswith("NIH-ANRS.")


def test_a_tag_that_names_it_does_not_count_as_its_first_use():
    html = explained('<img alt="NIH"> NIH')
    assert html.startswith('<img alt="NIH"> <abbr')
