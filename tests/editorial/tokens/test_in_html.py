"""Where in a text a token is a link, and how what it says is escaped."""

import pytest
from django.utils.translation import override

from alima_site.editorial.tokens import linked, plain, unlinked


@pytest.fixture(autouse=True)
def english(made):
    with override("en"):
        yield


LINK = '<a class="figure-token" href="/en/?code=a&amp;x">one (en)</a>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("[[made:a]]", LINK),
        ("<p>[[made:a]]</p>", f"<p>{LINK}</p>"),
        ('<img alt="in [[made:a]]">', '<img alt="in one (en)">'),
        ('<i title="a > [[made:a]]">x</i>', '<i title="a > one (en)">x</i>'),
        ('<a href="/x">\n<b>[[made:a]]</b></a >', '<a href="/x">\n<b>one (en)</b></a >'),
        ("<a>x</a> [[made:a]] <a>y</a>", f"<a>x</a> {LINK} <a>y</a>"),
        ("<abbr>[[made:a]]</abbr> <a>y</a>", f"<abbr>{LINK}</abbr> <a>y</a>"),
        ("1 < 2 [[made:a]] > 0", f"1 < 2 {LINK} > 0"),
        ("no token", "no token"),
    ],
)
def test_a_token_is_a_link_but_within_a_link_or_a_tag(html, shown):
    assert linked(html) == shown


def test_signs_in_a_value_are_escaped_in_html_and_in_nothing_else():
    assert ">&lt;two&gt; (en)</a>" in linked("[[made:b]]")
    assert unlinked("<b>[[made:b]]</b>") == "<b>&lt;two&gt; (en)</b>"
    assert plain("<b>[[made:b]]</b>") == "<b><two> (en)</b>"


def test_words_are_in_the_language_of_the_text_and_the_address_in_the_readers():
    html = linked("[[made:a]]", "fr")
    assert 'href="/en/' in html
    assert ">one (fr)</a>" in html
    assert plain("[[made:a]] [[made:x]]", "fr") == "one (fr) non publié"


@pytest.mark.parametrize("show", [linked, unlinked, plain])
def test_a_kind_or_code_nobody_knows_is_never_a_link(show):
    assert show("[[made:x]], [[other:a]]") == "not published, not published"


@pytest.mark.parametrize("text", ["[[Made:a]]", "[[made: a]]", "[[made:é]]", "[[made:a/b/c]]"])
def test_what_is_not_written_as_a_token_stays_as_it_is(text):
    assert plain(text) == linked(text) == text
