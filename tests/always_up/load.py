"""Many readers at once, each on a kept connection, who write down every answer."""

import http.client
import itertools
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import urlsplit

from tests.always_up.servers import Gunicorn

READERS = 32


class Answer(NamedTuple):
    at: float
    path: str
    status: int  # 0 where none came
    is_saved: bool
    error: str = ""


class Site(NamedTuple):
    """One way to reach the site: through nginx, or gunicorn alone."""

    gunicorn: Gunicorn
    url: str
    headers: dict[str, str]
    certificate: str = ""

    def connect(self) -> http.client.HTTPConnection:
        address = urlsplit(self.url)
        if address.scheme == "http":
            return http.client.HTTPConnection(address.hostname, address.port, timeout=30)
        context = ssl.create_default_context(cafile=self.certificate)
        return http.client.HTTPSConnection(
            address.hostname, address.port, timeout=30, context=context
        )

    def get(self, path: str) -> tuple[int, str]:
        connection = self.connect()
        connection.request("GET", path, headers=self.headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text


class Load:
    """The answers so far; `moment` notes when something was done to the site."""

    def __init__(self, site: Site, paths: list[str]) -> None:
        self.site, self.answers = site, []
        self.headers = {"Accept-Encoding": "gzip"} | site.headers
        self.next_path = itertools.cycle(paths).__next__
        self.is_over = threading.Event()
        self.began = time.monotonic()

    def now(self) -> float:
        return time.monotonic() - self.began

    def wait_until(self, moment: float) -> None:
        time.sleep(max(0, moment - self.now()))

    def failed(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.status != 200]

    def saved(self) -> list[float]:
        return [answer.at for answer in self.answers if answer.is_saved]

    def read(self) -> None:
        connection = self.site.connect()
        while not self.is_over.is_set():
            path = self.next_path()
            try:
                connection.request("GET", path, headers=self.headers)
                response = connection.getresponse()
                response.read()
                is_saved = "-saved" in response.getheader("ETag", "")
                answer = Answer(self.now(), path, response.status, is_saved)
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                answer = Answer(self.now(), path, 0, False, repr(error))
            self.answers.append(answer)
        connection.close()


@contextmanager
def reading(site: Site, paths: list[str]) -> Iterator[Load]:
    load = Load(site, paths)
    readers = [threading.Thread(target=load.read, daemon=True) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        yield load
    finally:
        load.is_over.set()
        for reader in readers:
            reader.join(40)
    assert not any(reader.is_alive() for reader in readers), "a reader still waits for an answer"
