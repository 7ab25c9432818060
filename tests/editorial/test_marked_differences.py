"""What went and what came between two texts, word by word, and safe to show."""

import pytest

from alima_site.editorial.comparison import Change, changes
from alima_site.editorial.differences import word_by_word
from alima_site.editorial.models import Source


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("the same", "the same", "the same"),
        ("", "new words", "<ins>new words</ins>"),
        ("old words", "", "<del>old words</del>"),
        ("", "", ""),
        ("a b", "a b c", "a b<ins> c</ins>"),
        ("one", "two", "<del>one</del><ins>two</ins>"),
    ],
)
def test_what_went_is_struck_and_what_came_is_marked(before, after, marked):
    assert word_by_word(before, after) == marked


def test_words_that_changed_side_by_side_stay_one_phrase():
    marked = word_by_word("we treat two old men here", "we treat three young men here")
    assert marked == "we treat <del>two old</del><ins>three young</ins> men here"


def test_a_line_that_is_broken_strikes_no_space():
    assert word_by_word("one two", "one \n two") == "one <ins>\n </ins>two"


@pytest.mark.parametrize(
    ("before", "after"), [("<b>", ""), ("", "<b>"), ("<b> x", "<b> y"), ("x <b>", "y <b>")]
)
def test_a_text_is_never_markup(before, after):
    marked = word_by_word(before, after)
    assert "<b>" not in marked
    assert "&lt;b&gt;" in marked


def test_only_what_differs_is_told_in_the_order_of_the_later_version():
    before = {"title": "Same", "note_en": "Old", "url": "https://example.org/"}
    after = {"note_fr": "Nouveau", "title": "Same", "note_en": "New"}
    found = [(c.name, c.language, c.before, c.after) for c in changes(Source, before, after)]
    assert found == [
        ("note_fr", "fr", "", "Nouveau"),
        ("note_en", "en", "Old", "New"),
        ("url", "", "https://example.org/", ""),
    ]


def test_a_change_is_marked_in_one_text():
    assert Change("title", "Title", "", "A b", "A c").marked == "A <del>b</del><ins>c</ins>"
