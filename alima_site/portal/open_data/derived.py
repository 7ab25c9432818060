"""Rows of a data set that are put together from several kinds of records."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any


class Derived:
    """Rows that are made when they are first read; asked as a queryset is."""

    def __init__(self, make: Callable[[], Sequence[Any]]) -> None:
        self.make = make

    @cached_property
    def rows(self) -> Sequence[Any]:
        return self.make()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def iterator(self, chunk_size: int = 0) -> Iterator[Any]:
        return iter(self.rows)

    def count(self) -> int:
        return len(self.rows)
