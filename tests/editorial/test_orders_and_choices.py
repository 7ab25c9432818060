"""In which order records stand, and which of many are chosen."""

import pytest

from alima_site.editorial.models import FigureVersion, Topic
from tests.factories import make_figure, make_topic, make_version

pytestmark = pytest.mark.django_db


def test_the_current_version_comes_first_then_the_latest_and_what_is_undated_last():
    figure = make_figure()
    for slug, given in {
        "undated": {},
        "old": {"as_of": "2019"},
        "small": {"as_of": "2021-05", "value": 5},
        "large-too": {"as_of": "2021-05", "value": 7},
        "large": {"as_of": "2021-05", "value": 7},
        "shown": {"as_of": "2018", "is_current": True},
    }.items():
        make_version(figure=figure, slug=slug, **given)
    found = FigureVersion.objects.filter(figure=figure).newest_first()
    order = ["shown", "large", "large-too", "small", "old", "undated"]
    assert [version.slug for version in found] == order


def test_of_thousands_the_first_of_the_chosen_come_along():
    for slug in ("d-made", "b-made", "c-made", "a-made"):
        make_topic(slug=slug)
    chosen = Topic.objects.filter(slug__endswith="-made").order_by("slug")
    found = Topic.objects.exclude(slug="a-made").only_first(3, chosen)
    assert {topic.slug for topic in found} == {"b-made", "c-made"}
