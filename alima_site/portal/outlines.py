"""The outlines of Africa's countries: which are neighbours, and where a name fits on a map."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

Point = tuple[float, float]

STEP = re.compile(r"([MmLlHhVvZz])|(-?\d*\.?\d+)")
ROUND = 14  # pixels of the map around a country
GRID = 18  # places that are tried for a name, along each side


@cache
def africa() -> dict[str, Any]:
    """The outlines: Natural Earth 4.1 at 1:50m, public domain, simplified, on whole pixels."""
    return json.loads(Path(__file__).with_name("africa.json").read_text())


class Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.top + other.height
            and other.top < self.top + self.height
        )

    @property
    def view(self) -> str:
        return " ".join(f"{side:g}" for side in self)

    def grid(self) -> list[Point]:
        """Points spread over the box, none on its edge."""
        steps = [(n + 0.5) / GRID for n in range(GRID)]
        across = [self.left + step * self.width for step in steps]
        down = [self.top + step * self.height for step in steps]
        return [(x, y) for y in down for x in across]


@cache
def rings(code: str) -> list[list[Point]]:
    """The outline of a country as lists of points; none for one that is a dot or elsewhere."""
    shape = africa()["countries"].get(code, {})
    return list(_rings(shape.get("d", "")))


def _rings(path: str) -> Iterator[list[Point]]:
    ring: list[Point] = []
    command, numbers, x, y = "M", [], 0.0, 0.0
    for letter, number in STEP.findall(path):
        if letter:
            if letter in "Mm" and ring:
                yield ring
                ring = []
            command = letter
            continue
        numbers.append(float(number))
        if command in "HhVv":
            value = numbers.pop()
            x = value + x * (command == "h") if command in "Hh" else x
            y = value + y * (command == "v") if command in "Vv" else y
        elif len(numbers) == 2:
            relative = command.islower()
            x, y = numbers[0] + x * relative, numbers[1] + y * relative
            numbers = []
        else:
            continue
        ring.append((x, y))
    if ring:
        yield ring


@cache
def bounds(code: str) -> Box | None:
    """The smallest box around a country; None where it has no outline."""
    points = [point for ring in rings(code) for point in ring]
    if not points:
        return None
    left, top = min(x for x, _y in points), min(y for _x, y in points)
    right, bottom = max(x for x, _y in points), max(y for _x, y in points)
    return Box(left, top, right - left, bottom - top)


def around(code: str) -> Box | None:
    """The same with some room for the neighbours."""
    box = bounds(code)
    if box is None:
        return None
    room = max(ROUND, box.width / 3)
    return Box(box.left - room, box.top - room, box.width + 2 * room, box.height + 2 * room)


@cache
def within(box: Box) -> list[str]:
    """The countries of which the box may show a part."""
    return [code for code in all_codes() if (other := bounds(code)) and box.meets(other)]


@cache
def neighbours(code: str) -> list[str]:
    """Countries with a border in common: neighbouring outlines share more than one point."""
    own = {point for ring in rings(code) for point in ring}
    others = {name: {point for ring in rings(name) for point in ring} for name in all_codes()}
    return [name for name, points in others.items() if name != code and len(own & points) > 1]


def all_codes() -> list[str]:
    return list(africa()["countries"])


def holds(code: str, point: Point) -> bool:
    """Whether a point lies in the country: a line from it crosses the outline an odd number."""
    x, y = point
    inside = False
    for ring in rings(code):
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


@cache
def place_for_name(code: str, box: Box) -> Point | None:
    """The point of the country in the box that is farthest from anything else, for its name."""
    grid = box.grid()
    inside = {point for point in grid if holds(code, point)}
    if not inside:
        return None
    outside = [point for point in grid if point not in inside]

    def room(point: Point) -> float:
        edge = min(
            point[0] - box.left, box.left + box.width - point[0],
            point[1] - box.top, box.top + box.height - point[1],
        )  # fmt: skip
        # A name is broad: room to the sides counts for more.
        to_others = ((abs(p[0] - point[0]) / 2, abs(p[1] - point[1])) for p in outside)
        return min([edge * 0.6, *(max(sides) for sides in to_others)])

    return max(sorted(inside), key=room)
