"""Shares: as a field of 200 squares, and as bars as long as the whole."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import ngettext

from alima_site.editorial.series import Whole

SQUARES, ROW, PITCH = 200, 20, 12


def squares_of_200(percent: Any) -> int:
    """A percentage as squares of two hundred: 50 is 100 squares, 0.5 is one."""
    squares = (Decimal(str(percent)) * 2).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return max(0, min(SQUARES, int(squares)))


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
