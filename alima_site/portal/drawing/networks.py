"""Who works with whom: lines between two columns of names."""

from itertools import cycle
from textwrap import wrap
from typing import Any

from alima_site.editorial.wording import labelled
from alima_site.portal.drawing import WORDS

NAME_WIDTH, NAME_LINE, NAME_PITCH = 15, 14, 48  # letters; pixels


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
            for start, each, colour in zip(left, institutes, cycle(WORDS))
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
