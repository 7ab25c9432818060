"""Where no link may stand, a token is its plain value."""

import pytest
from django.test import Client
from django.utils.translation import override

from tests.editorial.tokens.rendered import shown
from tests.factories import make_country, make_fact, make_statistic

pytestmark = pytest.mark.django_db


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
