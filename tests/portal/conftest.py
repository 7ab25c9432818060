"""What tests of the portal ask for by name."""

import pytest

from alima_site.portal.contact import guard


@pytest.fixture
def a_minute_later(monkeypatch):
    """Forms are sent by people, who need a minute to write."""
    monkeypatch.setattr(guard, "AT_LEAST", 0)
