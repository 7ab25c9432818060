"""By which codes a figure and its versions are named, found and offered."""

import pytest
from django.utils.translation import override

from alima_site.editorial.figure_tokens import FigureTokens, by_code
from alima_site.editorial.models import FigureVersion
from tests.factories import make_figure, make_version

pytestmark = pytest.mark.django_db
KIND = FigureTokens()


@pytest.fixture
def figure():
    """A figure with a current version of 1,234,567 and an older one of 1,234,566."""
    figure = make_figure(slug="made")
    make_version(figure=figure, slug="now", value=1234567, is_current=True)
    make_version(figure=figure, slug="then", value=1234566, qualifier="more_than")
    return figure


def test_the_current_version_goes_by_two_names_and_an_older_one_by_its_own(figure):
    found = by_code(figure.versions.all())
    assert {code: version.slug for code, version in found.items()} == {
        "made": "now",
        "made/now": "now",
        "made/then": "then",
    }


@pytest.mark.parametrize("hidden", ["version", "figure"])
def test_nothing_that_is_not_public_is_found_or_offered(hidden, figure):
    record = figure if hidden == "figure" else figure.versions.get(slug="now")
    record.state = "draft"
    record.save()
    assert not KIND.find({"made"}).keys() & {"made", "made/now"}
    assert not KIND.offers([1234567])


def test_a_value_is_offered_by_the_shortest_name_of_its_version(figure):
    offers = {offer.token: (offer.value, offer.unit) for offer in KIND.offers([1234567, 1234566])}
    assert offers == {
        "[[figure:made]]": (1234567, "people"),
        "[[figure:made/then]]": (1234566, "people"),
    }


def test_what_is_current_is_offered_before_what_was(figure):
    FigureVersion.objects.filter(figure=figure, slug="then").update(slug="before", value=1234567)
    assert [offer.token for offer in KIND.offers([1234567])] == [
        "[[figure:made]]",
        "[[figure:made/before]]",
    ]


def test_a_version_that_is_named_leads_to_its_line_and_the_current_one_to_the_figure(figure):
    now, then = KIND.find({"made"})["made"], KIND.find(())["made/then"]
    with override("en"):
        assert KIND.url(now, "made") == "/en/figures/made/"
        assert KIND.url(then, "made/then") == "/en/figures/made/#then"


def test_a_hidden_figure_is_not_told_from_one_that_never_was():
    make_figure(slug="hidden", state="draft")
    assert KIND.refusal("hidden") == KIND.refusal("no-such") == KIND.refusal("made/no-such")
