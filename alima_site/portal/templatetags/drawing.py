"""
Drawings as inline SVG: shares, woven strips, bars and the map. They are
plain shapes with class names; css/components/ gives them their colours.
"""

import hashlib
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import cycle
from textwrap import wrap
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language, gettext, ngettext
from django_countries import countries as all_countries

from alima_site.editorial.series import Point, Series, Whole
from alima_site.editorial.wording import labelled
from alima_site.portal.outlines import Box, africa, around, neighbours, place_for_name, within

register = template.Library()

Drawing = Callable[..., dict[str, Any]]


class Told:
    """What a drawing is made from: the same where it reads the same."""

    def __init__(self, *args: Any) -> None:
        self.args, self.words = args, repr(args)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)


def drawn(name: str) -> Callable[[Drawing], Drawing]:
    """An inclusion tag that follows from its arguments alone: each drawing is written once."""

    def decorate(function: Drawing) -> Drawing:
        @lru_cache(maxsize=300)
        def write(language: str, told: Told) -> str:
            return render_to_string(name, function(*told.args))

        def tag(*args: Any) -> str:
            return write(get_language() or "", Told(*args))

        register.simple_tag(tag, name=function.__name__)
        return function

    return decorate


SQUARES, ROW, PITCH = 200, 20, 12

COLOURS = ("treat", "innovate", "together", "ink")
STRIP_HEIGHT = 14
THREAD_GAP = 3

BAR_AREA = 200  # pixels of the highest bar
SMALL_AREA = 88  # the same in a small multiple
BAR_TOP = 28  # above it there is room for a value
GAP = 11  # a gap has this part of the height
LONG_SERIES = 12  # years; more of them scroll on a narrow screen
FEWEST_SLOTS = 6  # two bars do not fill the whole width
FEWEST_SMALL = 4

NAME_WIDTH, NAME_LINE, NAME_PITCH = 15, 14, 48  # letters; pixels
MAP_LETTERS = 26  # the width of a small map, in sizes of its letters


@register.filter
def squares_of_200(percent: Any) -> int:
    """A percentage as squares of two hundred: 50 is 100 squares, 0.5 is one."""
    squares = (Decimal(str(percent)) * 2).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return max(0, min(SQUARES, int(squares)))


@drawn("components/share_of_200.svg.html")
def share_of_200(percent: Any, word: str) -> dict[str, Any]:
    """The share as a field of 200 squares; `word` (treat, innovate, together) colours it."""
    filled = squares_of_200(percent)
    rows, rest = divmod(filled, ROW)
    return {
        "word": word,
        "filled": filled,
        "label": ngettext("%(n)s square of 200", "%(n)s squares of 200", filled) % {"n": filled},
        "edge": rest * PITCH,
        "upper": rows * PITCH,
        "lower": (rows + bool(rest)) * PITCH,
    }


@drawn("components/woven_strip.svg.html")
def woven_strip(slug: str) -> dict[str, Any]:
    """
    A strip of cloth whose rhythm follows from the slug: a wide block, a narrow
    one and a patterned one in two or three colours, repeated along the strip.
    """
    digest = hashlib.sha256(slug.encode()).digest()
    main = digest[0] % 4
    accent = (main + 1 + digest[1] % 3) % 4
    third = (accent, *(i for i in range(4) if i not in (main, accent)))[digest[2] % 3]
    widths = (18 + digest[3] % 4 * 6, 5 + digest[4] % 3 * 2, 12)
    weave = (plain, check, stripe)[digest[5] % 3]
    rhythm = [(plain, main, widths[0]), (plain, accent, widths[1]), (weave, main, widths[2])]
    if digest[6] % 2:
        rhythm.append((plain, accent, widths[1]))
    threads: list[dict[str, Any]] = []
    start = 0
    for pattern, colour, width in rhythm:
        threads += pattern(COLOURS[colour], COLOURS[third], start, width)
        start += width + THREAD_GAP
    # Each thread is a dashed line: drawn over its width, left out to the end of the repeat.
    return {"threads": [{**thread, "rest": start - thread["width"]} for thread in threads]}


def thread(colour: str, start: int, width: int, top: int, height: int) -> dict[str, Any]:
    middle = top + height // 2
    return {"colour": colour, "start": start, "width": width, "middle": middle, "height": height}


def plain(colour: str, other: str, start: int, width: int) -> list[dict[str, Any]]:
    return [thread(colour, start, width, 0, STRIP_HEIGHT)]


def check(colour: str, other: str, start: int, width: int) -> list[dict[str, Any]]:
    """Four fields, crosswise in two colours."""
    half, height = width // 2, 6
    low = STRIP_HEIGHT - height
    return [
        thread(colour, start, half, 0, height),
        thread(other, start, half, low, height),
        thread(other, start + half, half, 0, height),
        thread(colour, start + half, half, low, height),
    ]


def stripe(colour: str, other: str, start: int, width: int) -> list[dict[str, Any]]:
    """Three fine stripes across the strip."""
    return [thread(other, start + step, 3, 0, STRIP_HEIGHT) for step in (0, 5, 10)]


@drawn("components/bar_series.svg.html")
def bar_series(series: Series) -> dict[str, Any]:
    """The series as bars by year; years without a figure stand as dashed gaps."""
    slot = Decimal(100) / max(len(series.points), FEWEST_SLOTS)
    return {
        "series": series,
        "bars": [
            bar(point, i * slot, slot, series.highest) for i, point in enumerate(series.points)
        ],
        "long": len(series.points) > LONG_SERIES,
        "height": BAR_TOP + BAR_AREA + 28,
        "base": BAR_TOP + BAR_AREA,
        "years": BAR_TOP + BAR_AREA + 20,
    }


def bar(
    point: Point, left: Decimal, slot: Decimal, highest: Decimal, area: int = BAR_AREA
) -> dict[str, Any]:
    """
    Where the bar of a point stands. Across, in per cent of the drawing, so that
    text keeps its size on a phone; lengths are text, as the locale would put a comma.
    """
    height = area // GAP
    if point.value is not None:
        height = max(2, round(Decimal(point.value) / highest * area))
    top = BAR_TOP + area - height
    return {
        "point": point,
        "century": point.year // 100,
        "year": f"{point.year % 100:02}",
        "left": f"{left + slot * Decimal('.16'):.2f}%",
        "width": f"{slot * Decimal('.68'):.2f}%",
        "middle": f"{left + slot / 2:.2f}%",
        "top": top,
        "height": height,
        "label_at": top - 8,
    }


@register.inclusion_tag("components/small_multiples.svg.html")
def small_multiples(many: list[Any], level: int = 3) -> dict[str, Any]:
    """
    One small chart for each of several `YearlySeries`, side by side over the same
    years and each on its own scale; `level` is that of their headings.
    """
    drawn: list[Series] = [series.drawn for series in many]
    return {
        "charts": [
            {"series": one.drawn, "rows": one.rows, "bars": small_bars(one.drawn)} for one in many
        ],
        "level": level,
        "height": BAR_TOP + SMALL_AREA + 24,
        "base": BAR_TOP + SMALL_AREA,
        "years": BAR_TOP + SMALL_AREA + 18,
        "has_gaps": any(series.has_gaps for series in drawn),
        "has_inferred": any(series.has_inferred for series in drawn),
    }


def small_bars(series: Series) -> list[dict[str, Any]]:
    """The bars of a small chart; its latest value is said, and where years are many, few are."""
    slot = Decimal(100) / max(len(series.points), FEWEST_SMALL)
    ends = (series.points[0], series.points[-1])
    latest = max(series.published, key=lambda point: point.year, default=None)
    bars = []
    for i, point in enumerate(series.points):
        drawn = bar(point, i * slot, slot, series.highest, SMALL_AREA)
        if point in ends:
            drawn["year"] = str(point.year)
        elif len(series.points) > LONG_SERIES:
            drawn["year"] = ""
        bars.append(drawn | {"is_latest": point is latest})
    return bars


@register.inclusion_tag("components/share_of_whole.svg.html")
def share_of_whole(whole: Whole, level: int = 3) -> dict[str, Any]:
    """
    Each part on a bar of its own, as long as the whole: parts may overlap, so
    they are never put end to end. `level` is that of the heading.
    """
    return {
        "whole": whole,
        "level": level,
        "bars": [
            {
                "part": part,
                "comparison": whole.comparison(part),
                # A part that is too small to be seen is still drawn.
                "width": f"{max(whole.per_cent(part), Decimal('0.5')):.2f}%",
            }
            for part in whole.parts
        ],
    }


@register.inclusion_tag("components/network.svg.html")
def network(institutes: list[Any]) -> dict[str, Any]:
    """
    Lines from each institute (`record` and its `alliances`, all with a
    `short_name`) to its alliances. Across, in per cent, so that names keep
    their size on a phone; long names stand on several lines.
    """
    alliances: list[Any] = []
    for each in institutes:
        alliances += [ally for ally in each.alliances if ally not in alliances]
    longest = max(len(institutes), len(alliances)) * NAME_PITCH
    left = column([each.record for each in institutes], longest)
    right = column(alliances, longest)
    return {
        "left": left,
        "right": right,
        "links": [
            {"y1": start["y"], "y2": right[alliances.index(ally)]["y"], "colour": colour}
            for start, each, colour in zip(left, institutes, cycle(COLOURS[:3]))
            for ally in each.alliances
        ],
        "height": longest,
        "description": "; ".join(
            labelled(each.record.short_name, ", ".join(str(a.short_name) for a in each.alliances))
            for each in institutes
        ),
    }


def column(records: list[Any], height: int) -> list[dict[str, Any]]:
    """Where the names stand, spread over the height; `y` is the middle of each."""
    pitch = height / max(len(records), 1)
    places = []
    for i, record in enumerate(records):
        y, words = round((i + 0.5) * pitch), wrap(str(record.short_name), NAME_WIDTH)
        top = y + 4 - (len(words) - 1) * NAME_LINE // 2
        lines = [{"text": text, "y": top + n * NAME_LINE} for n, text in enumerate(words)]
        places.append({"y": y, "lines": lines})
    return places


@drawn("components/africa_map.svg.html")
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


@register.filter
def is_on_the_map(code: str) -> bool:
    """Whether a country has an outline here; islands that are dots have none."""
    return around(code) is not None


@drawn("components/country_map.svg.html")
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
    words = wrap(name, NAME_WIDTH - 4, break_long_words=False)
    half = max(map(len, words)) * size * 0.32
    x = min(max(spot[0], box.left + half), box.left + box.width - half)
    high = (len(words) - 1) * size * 1.1
    lowest = box.top + box.height - size * 0.5 - high
    top = min(spot[1] + size / 3 - high / 2, lowest)
    return [
        {"text": text, "x": f"{x:.1f}", "y": f"{top + n * size * 1.1:.1f}"}
        for n, text in enumerate(words)
    ]
