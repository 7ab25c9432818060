"""Values by year as bars: one series, or several small ones side by side."""

from decimal import Decimal
from typing import Any

from alima_site.editorial.series import Point, Series

BAR_AREA = 200  # pixels of the highest bar
SMALL_AREA = 88  # the same in a small multiple
BAR_TOP = 28  # above it there is room for a value
GAP = 11  # a gap has this part of the height
LONG_SERIES = 12  # years; more of them scroll on a narrow screen
FEWEST_SLOTS = 6  # two bars do not fill the whole width
FEWEST_SMALL = 4


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
