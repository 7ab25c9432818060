"""The words of a share card, and the text for those who do not see it."""

from types import SimpleNamespace

import pytest
from django.utils.translation import override

from alima_site.portal.share.cards import (
    COUNT,
    Card,
    figure_words,
    make,
    page_card,
    qualified,
    summary_of,
)


def test_the_text_for_who_does_not_see_the_card_says_all_its_words():
    card = Card(title="Niger", strip="x", subtitle="A country.", value="12", caption="patients")
    assert card.alt == "ALIMA. Niger. A country. 12 patients"


def test_what_a_card_does_not_say_leaves_no_dots():
    assert Card(title="Niger", strip="x").alt == "ALIMA. Niger"


@pytest.mark.parametrize("name", ["title", "strip", "subtitle", "value", "caption", "language"])
def test_other_words_have_another_address(name):
    words = {"title": "Niger", "strip": "x"}
    assert Card(**words).digest == Card(**words).digest
    assert Card(**words | {name: "other"}).digest != Card(**words).digest


def test_a_card_is_in_the_language_of_its_page():
    with override("en"):
        assert make(title="A", strip="x").language == "en"
    with override("fr"):
        assert make(title="A", strip="x").language == "fr"


def test_what_a_record_does_not_have_is_an_empty_text():
    card = make(title="A", strip="x", subtitle=None, eyebrow="partner NGO")
    assert (card.subtitle, card.value) == ("", "")
    assert card.eyebrow == "Partner NGO"


def test_a_figure_is_no_larger_on_a_card_than_on_its_page():
    assert qualified("more than", "13 million") == "more than 13 million"
    assert qualified("", "13") == "13"
    words = figure_words({"label": "Patients", "note": "2023", "qualifier": "about", "value": "12"})
    assert words == {"value": "about 12", "caption": "Patients, 2023"}


def test_without_a_note_the_caption_has_no_comma():
    words = figure_words({"label": "Patients", "note": "", "qualifier": "", "value": "12"})
    assert words["caption"] == "Patients"
    assert figure_words(None) == {}


def test_the_best_summary_is_taken_and_an_empty_one_passed_over():
    both = SimpleNamespace(summary="A summary", note="A note")
    assert summary_of(both) == "A summary"
    assert summary_of(SimpleNamespace(summary="", note="A note")) == "A note"
    assert summary_of(SimpleNamespace()) == ""


@pytest.mark.parametrize(
    ("text", "parts"),
    [("1,234 children", ("1,234", "children")), ("12 000 enfants", ("12 000", "enfants"))],
)
def test_a_count_is_told_from_what_it_counts(text, parts):
    found = COUNT.fullmatch(text)
    assert (found[1].strip(), found[2]) == parts


@pytest.mark.parametrize("text", ["children", "12", "about 12 children", ""])
def test_a_text_that_is_no_count_stays_whole(text):
    assert COUNT.fullmatch(text) is None


def test_a_page_that_nobody_named_has_no_card():
    assert page_card("portal:nothing") is None
    with override("en"):
        assert page_card("portal:sources").title == "Sources"
