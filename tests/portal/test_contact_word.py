"""The word a form asks for: when, in which language, and what is an answer."""

import time

import pytest
from django.utils.translation import override

from alima_site.portal.contact import guard
from alima_site.portal.contact.guard import WORDS, Ticket


def made(ago=0.0, word=None):
    return Ticket("key", time.time() - ago, word)


def test_a_form_asks_for_no_word_unless_told_to():
    assert Ticket.new().asked_word == ""
    assert Ticket.new(asks=True).asked_word in [str(word) for word in WORDS]


@pytest.mark.parametrize("answer", ["river", " River ", "RIVER\n"])
def test_the_word_may_be_typed_in_any_case(answer):
    with override("en"):
        assert made(word=0).is_answered(answer)


@pytest.mark.parametrize("answer", ["", "garden", "rive", "the river"])
def test_another_word_is_no_answer(answer):
    with override("en"):
        assert not made(word=0).is_answered(answer)


def test_a_form_that_asks_nothing_is_not_answered_by_nothing():
    assert not made().is_answered("")


def test_the_word_is_asked_and_answered_in_the_readers_language():
    with override("fr"):
        word = made(word=0).asked_word
        assert word != "river"
        assert made(word=0).is_answered(word.upper())
        assert not made(word=0).is_answered("river")


def test_the_words_are_distinct_in_both_languages():
    for code in ("fr", "en"):
        with override(code):
            assert len({str(word) for word in guard.WORDS}) == len(WORDS)
