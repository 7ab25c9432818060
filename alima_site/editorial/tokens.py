"""
Tokens: where a text says `[[figure:patients-total]]`, the reader sees the current value
of that record, linked to it. `[[figure:patients-total/p-13m]]` names one version, for a
sentence that is kept as printed; `[[stat:…]]` names a statistic by its id.

A token holds no sign that HTML escapes, so it is replaced after the text around it was.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.core.signals import request_finished, request_started
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from alima_site.editorial import wording

TOKEN = re.compile(r"\[\[(?P<kind>[a-z]+):(?P<code>[-\w]+(?:/[-\w]+)?)\]\]", re.ASCII)
# What somebody meant as a token and mistyped.
BROKEN = re.compile(r"\[\[.{0,40}|\[\s*(?:figure|stat)\s*:.{0,40}")
TAG = r"<[a-zA-Z/!](?:\"[^\"]*\"|[^\">])*>"
IN_TAG = re.compile(TAG)
# Where no link may stand comes first: a link of the text itself, whole, and any tag.
PIECES = re.compile(rf"<a\b.*?</a\s*>|{TAG}|{TOKEN.pattern}", re.ASCII | re.DOTALL)


class Offer(NamedTuple):
    """A token that shows this value in this unit, and the name of its record."""

    value: Decimal
    unit: str
    token: str
    label: str


class Kind:
    """What stands before the colon of a token; each room registers the kinds it has records of."""

    # Few enough to be read all at once, whatever codes a page names.
    few = False

    def find(self, codes: Collection[str]) -> dict[str, Any]:
        """The public records of these codes, or all of them where they are few; one query."""
        raise NotImplementedError

    def words(self, record: Any) -> str:
        """The value in the active language."""
        raise NotImplementedError

    def url(self, record: Any, code: str) -> str:
        """The address of the record, as this code names it."""
        raise NotImplementedError

    def refusal(self, code: str) -> str:
        """Why a text cannot name this code, which `find` does not find."""
        return _("nothing published has this code.")

    def offers(self, values: Collection[Decimal]) -> list[Offer]:
        """The public records that have one of these values; one query."""
        raise NotImplementedError


KINDS: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    KINDS[name] = kind


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
_unknown_allowed: ContextVar[bool] = ContextVar("unknown_tokens_allowed", default=False)


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


@contextmanager
def unknown_codes_allowed() -> Iterator[None]:
    """While content files load: a text may come before the figure it names."""
    before = _unknown_allowed.set(True)
    try:
        yield
    finally:
        _unknown_allowed.reset(before)


def validate(text: str) -> None:
    """ValidationError for a token that is mistyped, or names nothing published."""
    if "[" not in text:
        return
    tokens = list(TOKEN.finditer(text))
    broken = BROKEN.search(TOKEN.sub("", text)) or next(
        (match for match in tokens if match["kind"] not in KINDS), None
    )
    if broken:
        raise ValidationError(
            _("“%(token)s” is not a figure: write [[figure:code]] or [[stat:id]]."),
            code="broken_token",
            params={"token": broken.group()},
        )
    if any(TOKEN.search(tag) for tag in IN_TAG.findall(text)):
        raise ValidationError(_("A figure cannot stand in an address."), code="token_in_address")
    if not _unknown_allowed.get():
        _refuse_unknown(tokens)


def _refuse_unknown(tokens: list[re.Match[str]]) -> None:
    for name, kind in KINDS.items():
        codes = {match["code"] for match in tokens if match["kind"] == name}
        for code in sorted(codes - kind.find(codes).keys() if codes else ()):
            message = wording.labelled(f"[[{name}:{code}]]", kind.refusal(code))
            raise ValidationError(message, code="unknown_token")
