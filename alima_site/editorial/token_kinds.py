"""What stands before the colon of a token, by the rooms that have records of that kind."""

from collections.abc import Collection
from decimal import Decimal
from typing import Any, NamedTuple

from django.utils.translation import gettext as _


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
