"""The map of Africa, and that of a country among its neighbours."""

from textwrap import wrap
from typing import Any

from django.utils.translation import gettext
from django_countries import countries as all_countries

from alima_site.portal.outlines import Box, africa, around, neighbours, place_for_name, within

MAP_LETTERS = 26  # the width of a small map, in sizes of its letters
NAME_WIDTH = 11  # letters


def africa_map(countries: list[dict[str, str]]) -> dict[str, Any]:
    """
    The map with the given countries as links. Each is a dict of `code`, `name`,
    `url` and `kind` (alliance, programme, past); one outside Africa is passed over.
    """
    shapes = africa()["countries"]
    linked = [
        country | shapes[country["code"]] for country in countries if country["code"] in shapes
    ]
    codes = {country["code"] for country in linked}
    others = [shape for code, shape in shapes.items() if code not in codes]
    return {
        "view_box": africa()["view_box"],
        "linked": linked,
        "land": "".join(shape["d"] for shape in others if "dot" not in shape),
        "islands": [shape["dot"] for shape in others if "dot" in shape],
    }


def is_on_the_map(code: str) -> bool:
    """Whether a country has an outline here; islands that are dots have none."""
    return around(code) is not None


def country_map(code: str, name: str) -> dict[str, Any]:
    """A country that is on the map and its neighbours, each by its name."""
    box = around(code)
    if box is None:
        raise ValueError(f"{code} is not on the map")
    beside = neighbours(code)
    shapes = africa()["countries"]
    names = {other: str(all_countries.name(other)) for other in beside} | {code: name}
    spots = {other: place_for_name(other, box) for other in names}
    return {
        "view_box": box.view,
        "shape": shapes[code]["d"],
        "land": "".join(shapes[other]["d"] for other in within(box) if other != code),
        "size": f"{box.width / MAP_LETTERS:.1f}",
        "names": [
            {"here": other == code, "lines": lines_at(names[other], spot, box)}
            for other, spot in spots.items()
            if spot
        ],
        "description": gettext("Map of %(country)s and its neighbours: %(names)s")
        % {"country": name, "names": ", ".join(sorted(names[other] for other in beside))},
    }


def lines_at(name: str, spot: tuple[float, float], box: Box) -> list[dict[str, str]]:
    """The lines of a name around a point, within the box; text, as the locale would put a comma."""
    size = box.width / MAP_LETTERS
    words = wrap(name, NAME_WIDTH, break_long_words=False)
    half = max(map(len, words)) * size * 0.32
    x = min(max(spot[0], box.left + half), box.left + box.width - half)
    high = (len(words) - 1) * size * 1.1
    lowest = box.top + box.height - size * 0.5 - high
    top = min(spot[1] + size / 3 - high / 2, lowest)
    return [
        {"text": text, "x": f"{x:.1f}", "y": f"{top + n * size * 1.1:.1f}"}
        for n, text in enumerate(words)
    ]
