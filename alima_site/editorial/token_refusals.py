"""Which tokens a text may not hold: mistyped ones, and those that name nothing published."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.token_kinds import KINDS
from alima_site.editorial.tokens import TAG, TOKEN

# What somebody meant as a token and mistyped.
BROKEN = re.compile(r"\[\[.{0,40}|\[\s*(?:figure|stat)\s*:.{0,40}")
IN_TAG = re.compile(TAG)
_unknown_allowed: ContextVar[bool] = ContextVar("unknown_tokens_allowed", default=False)


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
