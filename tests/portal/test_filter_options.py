"""What the explorer offers to choose from: what is public, by name, in the reader's language."""

import pytest
from django.utils.translation import override

from alima_site.portal.filter_options import values_of_filters
from tests.factories import (
    make_country,
    make_indicator,
    make_partner,
    make_statistic,
    make_topic,
)

pytestmark = pytest.mark.django_db


def values(name, language="en"):
    with override(language):
        return values_of_filters()[name]


def test_all_countries_stand_before_each_of_them():
    make_country(slug="a-country", name_en="Aaa", country="ZW")
    assert list(values("country").items())[:2] == [("all", "All countries"), ("a-country", "Aaa")]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("country", make_country),
        ("indicator", make_indicator),
        ("partner", make_partner),
    ],
)
def test_what_is_not_public_is_no_option(name, make):
    assert make().slug in values(name)
    assert make(state="draft").slug not in values(name)


def test_a_theme_that_no_indicator_is_about_is_no_option():
    topic, idle = make_topic(), make_topic()
    make_indicator().topics.add(topic)
    assert topic.slug in values("theme")
    assert idle.slug not in values("theme")


def test_names_are_those_of_the_language_and_sorted_without_accents():
    for name in ("Éa", "Ez", "Ed"):
        make_indicator(name_fr=name, name_en=f"English {name}")
    french = [name for name in values("indicator", "fr").values() if len(name) == 2]
    assert french == ["Éa", "Ed", "Ez"]
    assert "English Éa" in values("indicator", "en").values()


def test_a_reporter_of_many_statistics_is_one_option_and_of_drafts_none():
    for state in ("published", "published"):
        make_statistic(reported_by="They", state=state)
    make_statistic(reported_by="Hidden", state="draft")
    reporters = list(values("reporter"))
    assert reporters.count("They") == 1
    assert "Hidden" not in reporters


def test_years_reach_back_to_the_first_period_and_skip_none():
    make_statistic(period_start="1998-05-01", period_end="1998-06-30")
    years = list(values("year"))
    assert years[-1] == "1998"
    assert len(years) == int(years[0]) - 1998 + 1


def test_a_period_of_which_only_the_end_is_known_counts_by_its_end():
    make_statistic(period_start=None, period_end="1997-06-30", reported_by="They")
    assert list(values("year"))[-1] == "1997"
