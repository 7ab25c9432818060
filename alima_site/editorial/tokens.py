"""
Tokens: where a text says `[[figure:patients-total]]`, the reader sees the current value
of that record, linked to it. `[[figure:patients-total/p-13m]]` names one version, for a
sentence that is kept as printed; `[[stat:…]]` names a statistic by its id.

A token holds no sign that HTML escapes, so it is replaced after the text around it was.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.core.signals import request_finished, request_started
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from alima_site.editorial.token_kinds import KINDS

TOKEN = re.compile(r"\[\[(?P<kind>[a-z]+):(?P<code>[-\w]+(?:/[-\w]+)?)\]\]", re.ASCII)
TAG = r"<[a-zA-Z/!](?:\"[^\"]*\"|[^\">])*>"
# Where no link may stand comes first: a link of the text itself, whole, and any tag.
PIECES = re.compile(rf"<a\b.*?</a\s*>|{TAG}|{TOKEN.pattern}", re.ASCII | re.DOTALL)


class Memory:
    """What one request has looked up, and the codes its records will still ask for."""

    def __init__(self) -> None:
        self.wanted: dict[str, set[str]] = defaultdict(set)
        self.found: dict[str, dict[str, Any]] = defaultdict(dict)

    def record(self, name: str, code: str) -> Any:
        """The public record of a code, None if there is none."""
        found, kind = self.found[name], KINDS[name]
        if code not in found and not (kind.few and found):
            codes = {code, *self.wanted.pop(name, set())} - found.keys()
            # Codes that are not found are remembered as well.
            found |= dict.fromkeys(codes) | kind.find(codes)
        return found.get(code)


# One request in one thread: a value is never older than the page that shows it.
_memory: ContextVar[Memory | None] = ContextVar("tokens_of_the_request", default=None)


def _remember(**kwargs: Any) -> None:
    _memory.set(Memory())


def _forget(**kwargs: Any) -> None:
    _memory.set(None)


request_started.connect(_remember, dispatch_uid="tokens")
request_finished.connect(_forget, dispatch_uid="tokens")


@contextmanager
def afresh() -> Iterator[None]:
    """Values as they are now: what was looked up before, and what is within, is forgotten."""
    before = _memory.set(Memory())
    try:
        yield
    finally:
        _memory.reset(before)


def note(values: Iterable[Any]) -> None:
    """Keep in mind the codes in a row just read, so that one query finds those of a whole list."""
    if memory := _memory.get():
        for value in values:
            if type(value) is str and "[[" in value:
                for match in TOKEN.finditer(value):
                    memory.wanted[match["kind"]].add(match["code"])


def remember(kind: str, found: dict[str, Any]) -> None:
    """What a page has read for itself is not looked up again: records by code."""
    if memory := _memory.get():
        memory.found[kind] |= found


def plain(text: str, language: str | None = None) -> str:
    """Unescaped text with values for tokens, for titles, files and wherever no link may stand."""
    return TOKEN.sub(lambda match: _words(match, language), text) if "[[" in text else text


def unlinked(html: str, language: str | None = None) -> SafeString:
    """HTML with values for tokens, for the inside of a link."""
    return mark_safe(TOKEN.sub(lambda match: _escaped(match, language), html))  # noqa: S308


def linked(html: str, language: str | None = None) -> SafeString:
    """HTML with each token as a link; its words are in `language`, its address the reader's."""

    def show(match: re.Match[str]) -> str:
        if not match["code"]:
            return unlinked(match.group(), language)
        words = _escaped(match, language)
        record = _record(match)
        if record is None:
            return words
        url = KINDS[match["kind"]].url(record, match["code"])
        return format_html('<a class="figure-token" href="{}">{}</a>', url, words)

    return mark_safe(PIECES.sub(show, html) if "[[" in html else html)  # noqa: S308  (escaped)


def _record(match: re.Match[str]) -> Any:
    if match["kind"] not in KINDS:
        return None
    return (_memory.get() or Memory()).record(match["kind"], match["code"])


def _words(match: re.Match[str], language: str | None) -> str:
    record = _record(match)
    with override(language or get_language()):
        return _("not published") if record is None else KINDS[match["kind"]].words(record)


def _escaped(match: re.Match[str], language: str | None) -> str:
    return conditional_escape(_words(match, language))
