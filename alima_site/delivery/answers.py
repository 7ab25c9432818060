"""A ready answer: what the site said once, packed, to be said again without being worked out."""

import gzip
import time
from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from hashlib import sha256
from typing import Any, NamedTuple

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseBase

Headers = list[tuple[str, str]]
StartResponse = Callable[[str, Headers], Any]

# Larger ones are files: they are made anew for who asks.
LARGEST = 2 * 1024 * 1024
# What belongs to one answer only, or is said anew for each.
OWN = {"content-length", "content-encoding", "etag", "date", "x-request-id"}


class Answer(NamedTuple):
    state: str  # the content state it was rendered under
    made_at: float  # seconds since 1970
    etag: str
    headers: Headers
    packed: dict[str, bytes]  # the body by Content-Encoding

    @property
    def plain(self) -> bytes:
        return gzip.decompress(self.packed["gzip"])

    @property
    def size(self) -> int:
        return sum(map(len, self.packed.values())) + 1000

    @property
    def is_page(self) -> bool:
        return dict(self.headers).get("Content-Type", "").startswith("text/html")


def may_be_kept(response: HttpResponseBase) -> bool:
    """Whether the answer is the same for everyone: a public page or small file, no cookie."""
    if response.status_code != 200 or response.streaming or response.cookies:
        return False
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return (
        "public" in response.get("Cache-Control", "")
        and vary <= {"accept-encoding", "save-data"}
        and not response.has_header("Content-Encoding")
        and isinstance(response, HttpResponse)
        and len(response.content) <= LARGEST
    )


def in_reserve(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Marks a view whose page is made anew for each reader, and yet may stand in for itself."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.is_reserve = response.status_code == 200  # type: ignore[attr-defined]
        return response

    return marked


def kept(response: HttpResponse, state: str) -> Answer:
    body = response.content
    headers = [(name, value) for name, value in response.items() if name.lower() not in OWN]
    if "accept-encoding" not in response.get("Vary", "").lower():
        headers = [(n, v) for n, v in headers if n != "Vary"]
        others = response.get("Vary", "")
        headers.append(("Vary", f"Accept-Encoding, {others}" if others else "Accept-Encoding"))
    packed = {"gzip": gzip.compress(body, 6, mtime=0), "br": brotli.compress(body, quality=5)}
    etag = f'W/"{sha256(body).hexdigest()[:32]}"'
    return Answer(state, time.time(), etag, headers, packed)


@lru_cache(maxsize=500)
def best_encoding(accepted: str) -> str:
    """The smallest of the encodings this Accept-Encoding takes; empty for none."""
    taken = {}
    for part in accepted.lower().split(","):
        name, _, rest = part.partition(";")
        quality = rest.replace(" ", "").removeprefix("q=")
        taken[name.strip()] = not rest or bool(quality.strip("0."))
    others = taken.get("*", False)  # those that are not named
    return next((name for name in ("br", "gzip") if taken.get(name, others)), "")


def is_known(tags: str, etag: str) -> bool:
    """Whether If-None-Match names the answer; weak or strong makes no difference here."""
    known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
    return etag.removeprefix("W/") in known or "*" in known


def send(answer: Answer, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
    """Say it in the form this reader takes; 304 where they have it already."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags and is_known(tags, answer.etag):
        start("304 Not Modified", [*answer.headers, ("ETag", answer.etag)])
        return []
    encoding = best_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    body = answer.packed[encoding] if encoding else answer.plain
    headers = [*answer.headers, ("Content-Length", str(len(body))), ("ETag", answer.etag)]
    if encoding:
        headers.append(("Content-Encoding", encoding))
    start("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
