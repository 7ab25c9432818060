"""What thousands of records come to, worked out once and kept until public content changes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from alima_site.delivery.state import watch_of_process

# Parts of pages that a process holds, one in six of them some 50 kB: those asked for last.
PARTS = 60

T = TypeVar("T")

_found: dict[str, dict[Hashable, Any]] = {}
_parts: OrderedDict[Hashable, Any] = OrderedDict()


def content_state() -> str:
    """The state as the database has it now; one query."""
    return watch_of_process.find(timezone.now())


def state_for(request: Any) -> str:
    """
    By which parts of the answer may be held; of a preview, which shows drafts, nothing may. Asked
    before anything of the page is read: a part is never older than its state says.
    """
    return "" if getattr(request, "preview", None) else content_state()


def kept(key: Hashable, find: Callable[[], T], state: str = "") -> T:
    """
    What `find` gives, in the language of the moment. One query says whether what was found
    before still holds; the database is asked each time, so that editors see what they did. Who
    has asked for the state already gives it.
    """
    state = state or content_state()
    if state not in _found:
        _found.clear()  # of the states before nothing is asked again
    known = _found.setdefault(state, {})
    whole_key = key, get_language()
    if whole_key not in known:
        known[whole_key] = find()
    return known[whole_key]


def later(make: Callable[[], T]) -> T:
    """Made when somebody looks at it: for a part that is held, nobody does."""
    return cast("T", SimpleLazyObject(make))


def kept_part(state: str, key: Hashable, write: Callable[[], T]) -> T:
    """
    As `kept`, for what is many and large: of all parts, and of the records they are written
    from, the latest `PARTS` are held. Without a state it is written anew.
    """
    if not state:
        return write()
    whole_key = state, key, get_language()
    part = _parts.pop(whole_key, None)
    if part is None:
        part = write()
    _parts[whole_key] = part
    while len(_parts) > PARTS:
        _parts.popitem(last=False)
    return part
