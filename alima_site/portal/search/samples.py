"""What the components of the search are shown with in the styleguide."""

from typing import Any

from django.utils.html import format_html


def search_samples(title: Any, sentence: str, here: str) -> dict[str, list[dict[str, Any]]]:
    """By component; `title(n)` and the sentence are those of the other samples."""
    found = {
        "title": format_html("<mark>{}</mark>", title(1)),
        "url": here,
        "language": "",
        "excerpt": format_html("{} <mark>{}</mark>", sentence, title(2)),
    }
    group = {"kind": "sample", "label": title(3), "total": 12, "more": here, "results": [found] * 2}
    filters = [{"label": title(n), "url": here, "count": n, "is_chosen": n == 1} for n in (1, 2, 3)]
    return {
        "search_form": [{"query": title(1), "place": "page"}],
        "search_filters": [{"filters": filters}],
        "search_group": [{"group": group}],
    }
