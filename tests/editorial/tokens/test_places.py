"""A token is a link where one may stand, and plain words elsewhere."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.editorial.tokens.rendered import shown
from tests.factories import (
    make_country,
    make_fact,
    make_figure,
    make_principle,
    make_project,
    make_statistic,
    make_version,
)

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


def test_where_no_link_may_stand_the_value_is_plain():
    fact = make_fact(
        label_en="[[figure:direct-funding]] < all", label_fr="[[figure:direct-funding]]"
    )
    with override("en"):
        assert str(fact) == "0.5% < all"
    with override("fr"):
        assert str(fact) == "0,5\u202f%"
    assert shown(fact, 'unlinked:"label"') == "0.5% &lt; all"


def test_a_page_has_no_link_in_its_title_or_description():
    make_country(
        slug="made-land",
        name_en="[[figure:countries]] lands",
        summary_en="[[figure:countries]] <x>",
    )
    html = Client().get("/en/programmes/made-land/").content.decode()
    assert "<title>14 lands – ALIMA</title>" in html
    assert '<meta name="description" content="14 &lt;x&gt;">' in html
    assert "[[" not in html


def test_a_link_to_an_indicator_holds_no_other_link():
    indicator = make_statistic().indicator
    indicator.name_en = "In [[figure:countries]] countries"
    indicator.save()
    html = Client().get("/en/figures/").content.decode()
    assert f'<a href="/en/figures/indicators/{indicator.slug}/">In 14 countries</a>' in html


def test_files_hold_values_in_both_languages():
    token = "[[figure:direct-funding]]"
    figure = make_version(
        figure=make_figure(definition_fr=token, definition_en=token), is_current=True
    ).figure
    said = Client().get(reverse("figure_json", args=[figure.slug])).json()["definition"]
    assert said == {"fr": "0,5\u202f%", "en": "0.5%"}


def test_a_list_of_the_admin_shows_values(admin_client):
    make_principle(title_fr="Dans [[figure:countries]] pays")
    html = admin_client.get(reverse("admin:partners_partnershipprinciple_changelist")).content
    assert "Dans 14 pays" in html.decode()
    assert b"[[figure" not in html


def test_a_list_within_a_form_shows_values(admin_client):
    country = make_country()
    make_project(programme=country, name_fr="Dans [[figure:countries]] pays")
    address = reverse("admin:programs_countryprogramme_change", args=[country.pk])
    html = admin_client.get(address).text
    assert html.count("Dans 14 pays") >= 1
    assert "[[figure" not in html
