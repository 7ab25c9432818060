"""What filters of templates make of a text in two languages."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override


def shown(template, language="en", **context):
    with override(language):
        return Template(template).render(Context(context))


def texts(french, english):
    return SimpleNamespace(text_fr=french, text_en=english)


@pytest.mark.parametrize(
    ("language", "text", "html"),
    [
        ("en", texts("Oui", "Yes & no"), "Yes &amp; no"),
        ("fr", texts("Oui", "Yes"), "Oui"),
        ("en", texts("<Oui>", ""),
         '<span lang="fr">&lt;Oui&gt;</span> <span class="fallback">(in French only)</span>'),
        ("fr", texts("", "Yes"),
         '<span lang="en">Yes</span> <span class="fallback">(en anglais seulement)</span>'),
        ("en", texts("", ""), ""),
    ],
)  # fmt: skip
def test_a_text_in_the_other_language_is_marked_and_says_so(language, text, html):
    assert shown('{{ record|text:"text" }}', language, record=text) == html


def test_rich_text_and_paragraphs_in_the_other_language_are_blocks():
    record = texts("<p>Oui</p>", "")
    assert shown('{{ r|rich:"text" }}', r=record).startswith('<div lang="fr"><p>Oui</p></div>')
    html = shown('{{ r|paragraphs:"text" }}', r=record)
    assert html.startswith('<div lang="fr"><p>&lt;p&gt;Oui')


def test_paragraphs_are_made_of_empty_lines_and_no_tag_is_believed():
    html = shown('{{ r|paragraphs:"text" }}', r=texts("", "One <b>\n\nTwo"))
    assert html.count("<p>") == 2 == html.count("</p>")
    assert "&lt;b&gt;" in html


def test_a_list_in_a_cell_stands_in_a_line():
    assert shown('{{ r|listed:"text" }}', r=texts("", "Mirriah; <b>;")) == "Mirriah · &lt;b&gt;"


def test_an_abbreviation_is_explained_in_the_text_of_the_reader_only():
    assert '<abbr title="severe' in shown('{{ r|text:"text" }}', r=texts("", "SAM"))
    assert '<span lang="fr">MAS</span>' in shown('{{ r|text:"text" }}', r=texts("MAS", ""))
