"""Woven strips of cloth, one for each slug."""

import hashlib
from typing import Any

from alima_site.portal.drawing import WORDS

COLOURS = (*WORDS, "ink")
STRIP_HEIGHT = 14
THREAD_GAP = 3


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
