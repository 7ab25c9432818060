"""A token in a text of a page: escaped around it, linked once."""

import pytest

from tests.editorial.tokens.rendered import shown
from tests.factories import make_country, make_fact, make_principle, make_project

pytestmark = pytest.mark.django_db


def test_plain_text_around_a_token_is_escaped():
    fact = make_fact(label_en="a < b & [[figure:countries]] <script>")
    html = shown(fact, 'text:"label"')
    assert html.startswith("a &lt; b &amp; <a class=")
    assert html.endswith(">14</a> &lt;script&gt;")


def test_rich_text_keeps_its_tags_and_never_puts_a_link_into_a_link():
    inner = '<a href="https://x.org">in [[figure:countries]]</a>'
    country = make_country(story_en=f"<p><strong>[[figure:countries]]</strong> {inner}</p>")
    assert shown(country, 'rich:"story"') == (
        '<p><strong><a class="figure-token" href="/en/figures/countries/">14</a></strong> '
        '<a href="https://x.org">in 14</a></p>'
    )


def test_paragraphs_and_lists_show_tokens_too():
    principle = make_principle(text_en="One [[figure:countries]]\n\nTwo <b>")
    assert shown(principle, 'paragraphs:"text"').count('class="figure-token"') == 1
    country = make_project(places_en="[[figure:countries]] towns; Dakoro")
    assert shown(country, 'listed:"places"').endswith(">14</a> towns · Dakoro")
