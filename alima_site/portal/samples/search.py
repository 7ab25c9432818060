"""Samples of the components of the search."""

from django.utils.html import format_html

from alima_site.portal.samples.words import HERE, Sample, sentence, title


def search_samples() -> list[Sample]:
    found = {
        "title": format_html("<mark>{}</mark>", title(1)),
        "url": HERE,
        "language": "",
        "excerpt": format_html("{} <mark>{}</mark>", sentence(), title(2)),
    }
    group = {"kind": "sample", "label": title(3), "total": 12, "more": HERE, "results": [found] * 2}
    filters = [{"label": title(n), "url": HERE, "count": n, "is_chosen": n == 1} for n in (1, 2, 3)]
    return [
        Sample("search_form", [{"query": title(1), "place": "page"}]),
        Sample("search_filters", [{"filters": filters}]),
        Sample("search_group", [{"group": group}]),
    ]
