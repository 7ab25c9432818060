"""After an edit the pages read most are rendered again before anybody asks, a few at a time."""

import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alima_site.delivery.page_store import PageStore

# Pages renewed for one content state, and the seconds left to readers between two of them.
PAGES, PAUSE = 100, 0.1


class Renewal:
    """Works in a thread of its own, begun by the first request that sees a new state."""

    def __init__(self, store: "PageStore") -> None:
        self.store, self.state = store, ""
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self, state: str) -> None:
        with self._lock:
            self.state = state
            keys = self.store.memory["pages"].keys()[:PAGES]
            if keys and not (self._thread and self._thread.is_alive()):
                self._thread = threading.Thread(target=self._renew, args=(keys,), daemon=True)
                self._thread.start()

    def _renew(self, keys: list) -> None:
        """What is renewed already costs nothing; a newer state goes on with the same pages."""
        for key in keys:
            time.sleep(PAUSE)
            self.store.visit(key)
