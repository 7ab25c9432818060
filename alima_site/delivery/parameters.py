"""Which parameters of an address mean something: all others are left out of what is rendered."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

# A longer text after the question mark is no choice of a reader's.
LONGEST = 2000


def reads(*names: str) -> Callable[[Any], Any]:
    """Marks a view with the names of the parameters it reads."""

    def mark(view: Any) -> Any:
        view.parameters = frozenset(names)
        return view

    return mark


@lru_cache(maxsize=1000)
def parameters_of(path: str) -> frozenset[str]:
    """The parameters that the view of this path reads; none where there is no view."""
    try:
        with override(get_language_from_path(path)):
            view = resolve(path).func
    except Resolver404:
        return frozenset()
    return getattr(view, "parameters", frozenset())


def meaningful(path: str, query: str) -> str:
    """The query without what the page does not read, in one order: two spellings are one page."""
    if not query:
        return ""
    known = parameters_of(path)
    if not known:
        return ""
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return ""  # no reader chooses so much
    return urlencode(sorted(((k, v) for k, v in pairs if k in known), key=lambda pair: pair[0]))
