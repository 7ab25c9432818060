"""A code that a text names keeps a record from being renamed, even where the text is a draft."""

import pytest
from django.utils.translation import override

from alima_site.editorial.held_codes import held_by, tokens_in_texts
from alima_site.editorial.models import Figure
from tests.factories import make_fact, make_figure, make_statistic, make_topic, make_version

pytestmark = pytest.mark.django_db


def test_a_figure_is_held_by_every_token_that_begins_with_its_code():
    make_fact(statement_fr="[[figure:made]] [[figure:made/v]]", state="draft")
    make_fact(statement_en="[[figure:made-more]] [[figure:made]]")
    assert held_by(make_figure(slug="made")) == ["[[figure:made/v]]", "[[figure:made]]"]


def test_a_version_is_held_by_its_own_name_only():
    figure = make_figure(slug="made")
    named, other = (make_version(figure=figure, slug=slug) for slug in ("named", "other"))
    make_fact(statement_en="[[figure:made]] [[figure:made/named]]")
    assert (held_by(named), held_by(other)) == (["[[figure:made/named]]"], [])


def test_a_statistic_is_held_and_what_has_its_word_by_chance_is_not():
    statistic, topic = make_statistic(slug="same"), make_topic(slug="same")
    assert held_by(statistic) == []
    make_fact(note_en="[[stat:same]]", state="archived")
    assert (held_by(statistic), held_by(topic)) == (["[[stat:same]]"], [])


def test_a_page_that_names_a_figure_in_its_code_holds_it():
    with override("en"):
        assert "Home page" in held_by(Figure.objects.get(slug="unmet-needs"))


def test_tokens_are_those_of_one_kind():
    make_fact(statement_en="[[stat:one]], [[figure:made]]", statement_fr="[[stat:two]]")
    assert tokens_in_texts("stat") >= {"[[stat:one]]", "[[stat:two]]"}
    assert "[[figure:made]]" in tokens_in_texts("figure") - tokens_in_texts("stat")
