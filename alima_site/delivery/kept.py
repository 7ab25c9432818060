"""What thousands of records come to, worked out once and kept until public content changes."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.utils import timezone
from django.utils.translation import get_language

from alima_site.delivery.state import Watch

T = TypeVar("T")

_watch = Watch()
_found: dict[str, dict[Hashable, Any]] = {}


def kept(key: Hashable, find: Callable[[], T]) -> T:
    """
    What `find` gives, in the language of the moment. One query says whether what was found
    before still holds; the database is asked each time, so that editors see what they did.
    """
    state = _watch.find(timezone.now())
    if state not in _found:
        _found.clear()  # of the states before nothing is asked again
    known = _found.setdefault(state, {})
    whole_key = key, get_language()
    if whole_key not in known:
        known[whole_key] = find()
    return known[whole_key]
