"""A refusal names the token and its reason, at the cost of one query a kind."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from alima_site.editorial.token_refusals import unknown_codes_allowed, validate


def reason(text):
    with override("en"), pytest.raises(ValidationError) as refused:
        validate(text)
    return refused.value.code, refused.value.messages[0]


def test_an_unknown_code_is_refused_in_the_words_of_its_kind(made):
    assert reason("[[made:a]] [[made:x]]") == ("unknown_token", "[[made:x]]: no x here")


def test_all_codes_of_a_text_are_looked_up_at_once(made):
    validate("[[made:a]] [[made:b]] [[made:a]]")
    assert made.asked == [{"a", "b"}]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("One [[made:a", "[[made:a"),
        ("[figure:a] too", "[figure:a] too"),
        ("[ stat : a]", "[ stat : a]"),
        ("[[other:a]] is no kind", "[[other:a]]"),
        ("[[" + "x" * 50, "[[" + "x" * 40),
    ],
)
def test_what_somebody_mistyped_is_shown_to_them(text, named, made):
    code, said = reason(text)
    assert code == "broken_token"
    assert f"“{named}”" in said


@pytest.mark.parametrize(
    "html",
    ['<a href="/[[made:a]]">x</a>', '<img alt="a > b" src="[[made:a]]">', "<!-- [[made:a]] -->"],
)
def test_a_token_within_a_tag_is_refused_even_where_its_code_is_known(html, made):
    assert reason(html)[0] == "token_in_address"


def test_while_files_load_codes_may_be_unknown_but_not_mistyped(made):
    with unknown_codes_allowed():
        validate("[[made:x]]")
        assert reason("[[made:x")[0] == "broken_token"
    assert reason("[[made:x]]")[0] == "unknown_token"
