"""Nonsense at every public address: it is answered calmly, and leaves nothing behind."""

import ctypes
import gc
import re
from itertools import count
from pathlib import Path
from urllib.parse import quote_from_bytes, urlencode

import pytest
from django.core.cache import caches
from django.core.wsgi import get_wsgi_application
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alima_site.delivery import state as content_state
from alima_site.delivery.page_store import PageStore
from tests.portal.translated_addresses import ADDRESSES

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]

PAGES = [
    *ADDRESSES, *ADDRESSES.values(), "/", "/en/figures/explore/", "/fr/chiffres/explorer/",
    "/en/search/", "/fr/rechercher/", "/data/", "/data/datapackage.json", "/data/figures.csv",
    "/data/figures/patients-total.json", "/f/patients-total/", "/f/patients-total/1/",
    "/en/figures/patients-total/citation.bib", "/en/figures/corrections/atom.xml",
    "/en/research/publications/publications.ris", "/media/key/640.jpg", "/preview/token/",
    "/share/fr/figure/patients-total.0.png", "/static/css/site.css", "/static/x", "/sitemap.xml",
    "/robots.txt", "/site.webmanifest", "/.well-known/security.txt", "/healthz", "/readyz",
    "/admin/", "/admin/login/", "/admin/language/", "/favicon.ico",
]  # fmt: skip
NAMES = ["q", "page", "kind", "country", "year", "from", "to", "partner", "topic", "indicator",
         "status", "phase", "theme", "figure", "purpose", "sort", "next", "language", "type"]  # fmt: skip
PARTS = ["..", ".", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "\0", "\\..\\", "~", "://", "%", "a" * 9000,
         "fr", "en", "1", "-1", "0", "9" * 30, "9" * 5000, "\u202e", "é", "\ud7ff", "{{7*7}}", "${7*7}",
         "' OR 1=1--", "<script>", "*", "?", "#", ";", "//evil.example", "env", "settings.py"]  # fmt: skip
WORDS = [
    *PARTS,
    "",
    "patients-total",
    "niger",
    "2023",
    "1e999",
    "NaN",
    "-0",
    "1/0",
    "()",
    "\r\nX: y",
    "😀",
]
HEADERS = {
    "HTTP_HOST": ["testserver", "testserver:1", "TESTSERVER", "evil.example", "", "a b", "[::1", "x" * 9000],
    "HTTP_ACCEPT_LANGUAGE": ["fr", "en;q=0", "*", "fr;q=abc", "xx," * 4000, "-", "fr-" * 99, "zh;q=1e9"],
    "HTTP_RANGE": ["bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=a-b", "bytes=0-" + "9" * 99, "lines=1"],
    "HTTP_ACCEPT_ENCODING": ["gzip", "br;q=0", "*;q=x", ";;;", "gzip," * 4000, "identity;q=0"],
    "HTTP_IF_NONE_MATCH": ["*", 'W/"', '"a","b"', "é" * 99], "HTTP_IF_MODIFIED_SINCE": ["yesterday", "0"],
    "HTTP_COOKIE": ["__Host-sessionid=x", "sessionid=" + "y" * 9000, "=;=;", 'a="\\'],
    "HTTP_X_FORWARDED_FOR": ["<b>", "1.2.3.4, ::1", "9" * 999], "HTTP_X_FORWARDED_PROTO": ["https", "x"],
    "HTTP_USER_AGENT": ["", "x" * 9000], "HTTP_REFERER": ["javascript:1", "http://[", "x" * 9000],
    "HTTP_SAVE_DATA": ["on", "off"], "HTTP_AUTHORIZATION": ["Basic !", "Bearer"], "HTTP_ORIGIN": ["null", "x"],
    "CONTENT_TYPE": ["", "text/plain; charset=x-none", "multipart/form-data", "application/json",
                     "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"],
}  # fmt: skip
METHODS = ["GET"] * 8 + [
    "HEAD",
    "POST",
    "PUT",
    "PATCH",
    "DELETE",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "BREW",
]

text = st.sampled_from(WORDS) | st.text(max_size=60) | st.binary(max_size=40)
segments = st.lists(st.sampled_from(PARTS) | st.text(max_size=20), min_size=1, max_size=4)


def in_place(path, segments, at):
    """A known address in which one segment, or the rest from there, is something else."""
    parts = path.strip("/").split("/")
    at %= len(parts) + 1
    return "/" + "/".join([*parts[:at], *segments, *parts[at + 1 :]]) + "/"


paths = (
    st.sampled_from(PAGES)
    | st.builds(in_place, st.sampled_from(PAGES), segments, st.integers(0, 9))
    | st.builds(lambda parts: "/" + "/".join(parts), segments)
)
parameters = st.lists(st.tuples(st.sampled_from(NAMES) | text, text), max_size=4)
queries = parameters.map(lambda pairs: urlencode(pairs, errors="replace")) | st.binary(max_size=90).map(
    lambda raw: quote_from_bytes(raw, safe="&=%;[]+")
)  # fmt: skip
headers = st.dictionaries(st.sampled_from(sorted(HEADERS)), st.integers(0, 9), max_size=3).map(
    lambda chosen: {name: HEADERS[name][n % len(HEADERS[name])] for name, n in chosen.items()}
)
bodies = st.just(b"") | st.binary(max_size=80) | parameters.map(
    lambda pairs: urlencode(pairs, errors="replace").encode()
)  # fmt: skip


@pytest.fixture
def site(monkeypatch, tmp_path, no_log):
    """The whole site as the server calls it, page store and all."""
    for name in ("pages", "choices"):
        monkeypatch.setattr(caches[name], "_dir", str(tmp_path / name))
    monkeypatch.setattr(content_state.connection, "close_if_unusable_or_obsolete", lambda: None)
    monkeypatch.setattr("alima_site.delivery.renewal.Renewal.begin", lambda *_: None)
    return PageStore(get_wsgi_application())


def ask(site, path, query="", method="GET", body=b"", **given):
    """Status, headers and body of the answer to a request as it is on the wire."""
    environ = RequestFactory().generic(method, "/", body).environ
    environ |= {
        "PATH_INFO": path.encode("utf-8", "replace").decode("latin-1"),
        "QUERY_STRING": query,
    }
    environ |= {name: value.encode().decode("latin-1") for name, value in given.items()}
    said = []
    answer = site(environ, lambda status, headers, *_: said.append((status, dict(headers))))
    content = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return int(said[0][0][:3]), said[0][1], content


def memory() -> int:
    """What this process holds, in KiB."""
    gc.collect()
    # What is free goes back to the system; elsewhere than with glibc it does so by itself.
    getattr(ctypes.CDLL(None), "malloc_trim", lambda _rest: None)(0)
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def fuzz(site, requests, seen):
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

    @settings(max_examples=requests, deadline=None, database=None, suppress_health_check=quiet)
    @given(paths, queries, st.sampled_from(METHODS), bodies, headers)
    def one(path, query, method, body, given):
        status, said, content = ask(site, path, query, method, body, **given)
        next(seen)
        assert status < 500 or path == "/readyz", (status, path, query)
        assert b"Traceback" not in content
        assert b"root:x:" not in content
        assert "Content-Security-Policy" in said

    one()


def test_nonsense_is_answered_calmly(site):
    seen = count()
    fuzz(site, 250, seen)
    assert next(seen) >= 250


@pytest.mark.parametrize("path", ["//[", "//evil.example/fr/", "///"])
def test_a_path_is_not_taken_for_another_site(site, path):
    status, _said, content = ask(site, path)
    assert status == 404
    assert not re.findall(rb'(?:href|content)="(?:https?:)?//evil[^"]*"', content)


@pytest.mark.audit
def test_ten_thousand_pieces_of_nonsense_leave_nothing_in_memory(site):
    seen, held = count(), []
    for _batch in range(5):
        fuzz(site, 2000, seen)
        held.append(memory())
    assert next(seen) >= 10_000
    print("KiB held after each 2,000 requests:", held)
    # The page store may fill up to its limit; nothing else may.
    assert held[-1] - held[1] < 20_000, held
