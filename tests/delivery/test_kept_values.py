"""What is worked out once: for one state, one key and one language; or not before it is needed."""

import pytest
from django.utils.translation import override

from alima_site.delivery import kept as kept_module
from alima_site.delivery.kept import kept, kept_part, later


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    monkeypatch.setattr(kept_module, "_found", {})


def fail():
    raise AssertionError("it was worked out again")


def test_who_knows_the_state_asks_no_database():
    assert kept("sum", lambda: 3, "a state") == 3
    assert kept("sum", fail, "a state") == 3


@pytest.mark.parametrize("nothing", [None, 0, "", []])
def test_that_there_is_nothing_is_known_too(nothing):
    kept("rows", lambda: nothing, "a state")
    assert kept("rows", fail, "a state") == nothing


def test_each_key_has_a_value_of_its_own():
    assert [kept(key, lambda key=key: key, "a state") for key in ("a", ("a", 1))] == ["a", ("a", 1)]


def test_of_the_states_before_nothing_is_held():
    kept("sum", lambda: 3, "a state")
    assert kept("sum", lambda: 4, "another state") == 4
    assert list(kept_module._found) == ["another state"]


def test_what_could_not_be_worked_out_is_tried_again():
    with pytest.raises(AssertionError):
        kept("sum", fail, "a state")
    assert kept("sum", lambda: 3, "a state") == 3


def test_a_value_in_french_is_not_given_to_an_english_page():
    with override("fr"):
        kept("words", lambda: "mots", "a state")
        kept_part("a state", "words", lambda: "mots")
    with override("en"):
        assert kept("words", lambda: "words", "a state") == "words"
        assert kept_part("a state", "words", lambda: "words") == "words"


def test_what_is_for_later_is_made_when_somebody_looks_and_once():
    made = []
    value = later(lambda: made.append(1) or ["a row"])
    assert not made
    assert list(value) == list(value) == ["a row"]
    assert made == [1]
