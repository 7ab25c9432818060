import pytest
from django.core.cache import caches

from alima_site.delivery import state as content_state
from tests.delivery.readers import Reader


@pytest.fixture
def reader(settings, tmp_path, monkeypatch):
    for name in ("pages", "choices"):
        monkeypatch.setattr(caches[name], "_dir", str(tmp_path / name))
    # As Django's own test client: a request does not end the connection, for the test's
    # transaction would go with it.
    monkeypatch.setattr(content_state.connection, "close_if_unusable_or_obsolete", lambda: None)
    # Here renewal would read the database of another connection.
    monkeypatch.setattr("alima_site.delivery.renewal.Renewal.begin", lambda *_: None)
    return Reader()
