"""
The page store: a WSGI layer in front of Django that keeps ready answers.

A page is rendered once for each content state (state.py), then sent from memory. What one
process rendered the others find in the shared store (the caches `pages` and `choices`),
which also holds the last good copy for when the database, or a page, fails. Other methods
than GET and HEAD, addresses that no reader shares and, while the database answers, staff with
a session pass by.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, NamedTuple
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponseBase

from alima_site.delivery.answers import Answer, Headers, StartResponse, kept, may_be_kept, send
from alima_site.delivery.database import FOR_READERS, answers_within
from alima_site.delivery.parameters import LONGEST, meaningful
from alima_site.delivery.renewal import Renewal
from alima_site.delivery.saved_copy import with_notice
from alima_site.delivery.state import Watch

Environ = dict[str, Any]
logger = logging.getLogger(__name__)

# Of these the page that lists the open data alone is kept, in reserve.
PASSED_BY = ("/admin/", "/static/", "/media/", "/data/", "/healthz", "/readyz")
# Bytes in the memory of one process, for the pages that are asked for most: all pages of today's
# content, packed twice, are 20 MB, and the shared part has them, a fifteenth of a millisecond
# away. What readers choose by parameters has a place of its own, so that it displaces no page.
PAGES, CHOICES = 1024 * 1024, 512 * 1024
# How a page is asked for, whoever asks.
PERSONAL = ("HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE",
            "HTTP_ACCEPT_ENCODING", "HTTP_AUTHORIZATION")  # fmt: skip


# What is made anew for each reader is kept for a bad day only: under no state, renewed hourly.
RESERVE, RENEWED_AFTER = "reserve", 3600


class Key(NamedTuple):
    scheme: str
    host: str
    path: str
    query: str
    saves_data: bool

    def environ(self) -> Environ:
        """The request for this page."""
        environ: Environ = {
            "REQUEST_METHOD": "GET",
            "HTTP_HOST": self.host,
            "PATH_INFO": self.path,
            "QUERY_STRING": self.query,
            "wsgi.url_scheme": self.scheme,
        }
        if settings.SECURE_PROXY_SSL_HEADER:
            environ[settings.SECURE_PROXY_SSL_HEADER[0]] = self.scheme
        if self.saves_data:
            environ["HTTP_SAVE_DATA"] = "on"
        setup_testing_defaults(environ)
        return environ

    @property
    def cache(self) -> str:
        return "choices" if self.query else "pages"

    @property
    def name(self) -> str:
        return sha256("\n".join(map(str, self)).encode("utf-8", "surrogatepass")).hexdigest()


class Memory:
    """The answers used last, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self.limit, self.size = limit, 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Answer | None:
        with self._lock:
            answer = self._answers.get(key)
            if answer:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: Key, answer: Answer) -> None:
        with self._lock:
            if before := self._answers.pop(key, None):
                self.size -= before.size
            self._answers[key] = answer
            self.size += answer.size
            while self.size > self.limit:
                self.size -= self._answers.popitem(last=False)[1].size

    def drop(self, key: Key) -> None:
        with self._lock:
            if before := self._answers.pop(key, None):
                self.size -= before.size

    def keys(self) -> list[Key]:
        """The one used last first."""
        with self._lock:
            return list(reversed(self._answers))


class PageStore:
    """Wraps the WSGI application of Django; the answers it keeps never reach Django again."""

    def __init__(self, application: Callable[..., Any], watch: Watch | None = None) -> None:
        self.application = application
        self.watch = watch or Watch()
        self.memory = {"pages": Memory(PAGES), "choices": Memory(CHOICES)}
        self.renewal = Renewal(self)
        self._rendering: dict[Key, threading.Lock] = {}
        proxy = settings.SECURE_PROXY_SSL_HEADER
        self._scheme_header = proxy[0] if proxy else "wsgi.url_scheme"

    def __call__(self, environ: Environ, start: StartResponse) -> Iterable[bytes]:
        if not self._is_for_everyone(environ):
            return self.application(environ, start)
        key = self.key_of(environ)
        state = self.watch.look()
        if self.watch.database_answers and _has_session(environ):
            return self.application(environ, start)
        if state != self.renewal.state:
            self.renewal.begin(state)
        answer = self.memory[key.cache].get(key)
        if answer and answer.state == state and self.watch.database_answers:
            return send(answer, environ, start)
        return self._fresh(key, state, environ, start)

    def key_of(self, environ: Environ) -> Key:
        path = environ.get("PATH_INFO", "")
        return Key(
            "https" if environ.get(self._scheme_header) == "https" else "http",
            environ.get("HTTP_HOST", "").lower(),
            path,
            meaningful(path, environ.get("QUERY_STRING", "")),
            environ.get("HTTP_SAVE_DATA", "").lower() == "on",
        )

    def visit(self, key: Key) -> tuple[str, bytes]:
        """Status and plain body of a page, as a reader without a browser would ask for it."""
        said: list[str] = []
        body = self(key.environ(), lambda status, headers, *_: said.append(status))
        try:
            return said[0], b"".join(body)
        finally:
            if hasattr(body, "close"):
                body.close()

    def _is_for_everyone(self, environ: Environ) -> bool:
        path = environ.get("PATH_INFO", "")
        return (
            environ["REQUEST_METHOD"] in ("GET", "HEAD")
            and (path == "/data/" or not path.startswith(PASSED_BY))
            and len(environ.get("QUERY_STRING", "")) <= LONGEST
        )

    def _fresh(
        self, key: Key, state: str, environ: Environ, start: StartResponse
    ) -> Iterable[bytes]:
        """One thread renders a page; the others who want it wait for that."""
        lock = self._rendering.setdefault(key, threading.Lock())
        with lock:
            try:
                known = self._known(key)
                if known is None and not self.watch.database_answers:
                    known = self._copy_of_another(key)
                if not self.watch.database_answers:
                    if known:
                        return send(with_notice(known), environ, start)
                elif known and known.state == state:
                    return send(known, environ, start)
                return self._render(key, state, known, environ, start)
            finally:
                self._rendering.pop(key, None)

    def _known(self, key: Key) -> Answer | None:
        """The newest copy this process can find; another process may have made one since."""
        answer = self.memory[key.cache].get(key)
        if answer and answer.state == self.watch.state:
            return answer
        found = self._shared(key)
        if found and (answer is None or found.made_at > answer.made_at):
            self.memory[key.cache].put(key, found)
            return found
        return answer

    def _copy_of_another(self, key: Key) -> Answer | None:
        """The page as it was made for who does not save data, or under the site's first name."""
        scheme = "http" if settings.LOCAL_HTTP else "https"
        full = key._replace(saves_data=False)
        others = (full, full._replace(scheme=scheme, host=settings.ALLOWED_HOSTS[0]))
        return next((copy for other in others if (copy := self._known(other))), None)

    # A shared store that fails (disk full, Redis gone) makes pages slower, and no page fail.

    def _shared(self, key: Key) -> Answer | None:
        try:
            parts = caches[key.cache].get(key.name)
        except Exception:
            logger.exception("The shared page store cannot be read.")
            return None
        return Answer(*parts) if parts else None

    def _share(self, key: Key, answer: Answer) -> None:
        try:
            caches[key.cache].set(key.name, tuple(answer))
        except Exception:
            logger.exception("The shared page store cannot be written.")

    def _put(self, key: Key, answer: Answer) -> None:
        self.memory[key.cache].put(key, answer)
        self._share(key, answer)

    def _forget(self, key: Key) -> None:
        """What is no page any more leaves no copy that could come back."""
        self.memory[key.cache].drop(key)
        try:
            caches[key.cache].delete(key.name)
        except Exception:
            logger.exception("The shared page store cannot be written.")

    def _render(
        self, key: Key, state: str, known: Answer | None, environ: Environ, start: StartResponse
    ) -> Iterable[bytes]:
        asked = {name: value for name, value in environ.items() if name not in PERSONAL}
        asked |= {"REQUEST_METHOD": "GET", "QUERY_STRING": key.query}
        said: list[tuple[str, Headers]] = []
        with answers_within(FOR_READERS):
            response = self.application(
                asked, lambda status, headers, *_: said.append((status, headers))
            )
        if isinstance(response, HttpResponseBase):
            if may_be_kept(response):
                answer = kept(response, state)  # type: ignore[arg-type]
                response.close()
                self._put(key, answer)
                return send(answer, environ, start)
            if getattr(response, "is_reserve", False) and is_due(known):
                self._put(key, kept(response, RESERVE))  # type: ignore[arg-type]
            if response.status_code >= 500 and known:
                response.close()
                return send(with_notice(known), environ, start)
            if 300 <= response.status_code < 500 and known:
                self._forget(key)
        start(*said[0])
        return _without_body(response) if environ["REQUEST_METHOD"] == "HEAD" else response


def _has_session(environ: Environ) -> bool:
    return settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", "")


def is_due(reserve: Answer | None) -> bool:
    return reserve is None or reserve.made_at < time.time() - RENEWED_AFTER


def _without_body(response: Any) -> list[bytes]:
    response.close()
    return []
