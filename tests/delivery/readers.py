"""A reader of the real site behind a page store, and a database that has gone."""

from collections import Counter
from contextlib import contextmanager

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError

from alima_site.delivery import state as content_state
from alima_site.delivery.database import silent
from alima_site.delivery.page_store import Key, PageStore


class Reader:
    """A store over the real site, that counts what Django renders."""

    def __init__(self):
        self.rendered = Counter()
        self.django = get_wsgi_application()
        self.store = PageStore(self._count)
        self.said = {}

    def _count(self, environ, start):
        self.rendered[environ["PATH_INFO"], environ["QUERY_STRING"]] += 1
        return self.django(environ, start)

    def get(self, path, query="", method="GET", **headers):
        key = Key("http", "testserver", path, query, saves_data=False)
        environ = key.environ() | {"REQUEST_METHOD": method} | headers
        self.store.watch._next_look = 0  # as if a second had passed

        def start(status, said, *_):
            self.status, self.said = status, dict(said)

        answer = self.store(environ, start)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        return body


@contextmanager
def broken_database():
    def breaks(*args, **kwargs):
        raise OperationalError("the server is gone")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content_state.Watch, "find", breaks)
        # The test's own transaction is not to go with it.
        patch.setattr(content_state.connection, "close", lambda: None)
        yield
    silent.clear()
