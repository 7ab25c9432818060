"""A visitor who follows every link, or a few of each kind where that is enough."""

import os
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from functools import cache
from urllib.parse import parse_qs, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

LINK = re.compile(r'(?:href|src|action)="([^"]+)"')
# Pages of a kind; the exhaustive run takes every page.
SAMPLE = None if os.environ.get("AUDIT") else 2


def links_of(address: str, html: str) -> Iterable[str]:
    """The addresses on this site that a page leads to."""
    for link in LINK.findall(html):
        target = urlsplit(urljoin(address, link.replace("&amp;", "&")))
        if not target.netloc:
            yield target._replace(fragment="").geturl()


def kind_of(address: str) -> tuple[str, ...]:
    """Pages of one view with the same parameters are of one kind."""
    target = urlsplit(address)
    try:
        view = resolve(target.path).view_name
    except Resolver404:
        view = target.path
    return (view, *sorted(parse_qs(target.query)))


def visit(
    first: Iterable[str], follows: Callable[[str], bool], sample: int | None
) -> dict[str, HttpResponse]:
    """
    The answers to these addresses, and to those they lead to that it follows: all, or of
    each kind the first `sample` that are met.
    """
    client, found, waiting = Client(), {}, deque(dict.fromkeys(first))
    known, met = set(waiting), Counter()
    while waiting:
        address = waiting.popleft()
        found[address] = response = client.get(address)
        if response.streaming or "html" not in response.headers.get("Content-Type", ""):
            continue
        for link in links_of(address, response.content.decode()):
            if link not in known and follows(link):
                known.add(link)
                met[kind := kind_of(link)] += 1
                if sample is None or met[kind] <= sample:
                    waiting.append(link)
    return found


@cache
def pages_from(start: str, sample: int | None = SAMPLE) -> dict[str, HttpResponse]:
    """
    What is reached from one home page, in its language or none. The other language and the
    files are looked at elsewhere.
    """
    return visit([start], lambda link: urlsplit(link).path.startswith(start), sample)
