"""Addresses by name. A page names hundreds, most of them many times: each is worked out once."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import urls
from django.conf import settings
from django.utils.translation import get_language


def reverse(name: str, args: Iterable[Any] = ()) -> str:
    """As Django's, in the active language."""
    return _known(settings.ROOT_URLCONF, get_language(), name, tuple(args))


@lru_cache(maxsize=5_000)
def _known(urlconf: str, language: str | None, name: str, args: tuple[Any, ...]) -> str:
    return urls.reverse(name, args=args)
