"""A statistic that texts can name."""

import pytest

from tests.factories import (
    make_statistic,
)


@pytest.fixture
def statistic():
    return make_statistic(slug="made-here", value=47269, qualifier="about")
