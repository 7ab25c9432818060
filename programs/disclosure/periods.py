"""How periods lead from one day to another, like steps on a scale."""

import datetime
from collections import defaultdict, deque
from collections.abc import Iterable

from programs.disclosure.counted import Ends


def way_between(first: datetime.date, last: datetime.date, periods: Iterable[Ends]) -> list[Ends]:
    """The fewest periods that lead from one day to the other, forwards and backwards; or none."""
    steps: dict[datetime.date, list[Ends]] = defaultdict(list)
    for ends in periods:
        steps[ends[0]].append(ends)
        steps[ends[1]].append(ends)
    came: dict[datetime.date, tuple[datetime.date, Ends] | None] = {first: None}
    waiting = deque([first])
    while waiting and last not in came:
        here = waiting.popleft()
        for ends in steps[here]:
            there = ends[1] if ends[0] == here else ends[0]
            if there not in came:
                came[there] = (here, ends)
                waiting.append(there)
    way, here = [], last
    while step := came.get(here):
        here, ends = step
        way.append(ends)
    return way
