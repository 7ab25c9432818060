import pytest
from django.utils.translation import override

from tests.factories import make_country, make_indicator, make_source


@pytest.fixture(autouse=True)
def in_english():
    """Sentences as they stand in the code."""
    with override("en"):
        yield


@pytest.fixture
def records(db):
    """What the rows of an import name."""
    make_country(slug="made-country", country="KE")
    make_indicator(slug="made_children")
    make_source(slug="made-source")
