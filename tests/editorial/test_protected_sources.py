"""Nothing public loses what it stands on."""

import pytest
from django.db.models import ProtectedError

from tests.factories import make_source, make_statistic

pytestmark = pytest.mark.django_db


def test_a_source_that_something_stands_on_cannot_be_deleted():
    source = make_source(slug="used")
    make_statistic(source=source)
    with pytest.raises(ProtectedError):
        source.delete()
