"""Samples of the components that show words: headers, notices, quotations, the map."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alima_site.editorial.pages import Crumb
from alima_site.editorial.preview import Bar
from alima_site.portal.drawing.maps import africa_map
from alima_site.portal.samples.records import places_on_map
from alima_site.portal.samples.words import HERE, Context, Sample, sentence, title, year


def text_samples() -> list[Sample]:
    crumbs = [Crumb(title(1), HERE), Crumb(title(2), HERE), Crumb(title(3))]
    button = {"label": title(1), "url": HERE}
    link = {"label": title(2), "url": HERE}
    places = places_on_map()
    header = {"title": title(3), "lead": sentence(), "eyebrow": title(4), "note": year()}
    return [
        Sample("preview_bar", [{"preview": preview_bar()}]),
        Sample("language_notice", [{"other": "fr"}]),
        Sample("page_header", [header | {"crumbs": crumbs}]),
        Sample(
            "hero",
            [
                {"eyebrow": title(1), "lead": sentence(), "primary": button}
                | {"secondary": link, "countries": places, "has_past": True}
            ],
        ),
        Sample("map", [{"countries": places, "has_past": True}]),
        Sample("africa_map.svg", [africa_map(places)]),
        Sample("notice", notices()),
        Sample("badge", [{"kind": kind, "text": title(n)} for n, kind in enumerate(BADGES, 1)]),
        Sample("quotation", [quotation()]),
        Sample("source_line", [{"source_title": title(1), "source_url": HERE}]),
    ]


def preview_bar() -> Bar:
    return Bar(title(1), sentence(), HERE, ((get_language() or "fr", title(2), HERE),))


BADGES = ["inferred", "conflict", "draft", "active", "completed", "info"]


def notices() -> list[Context]:
    titles = {
        "draft": _("Draft: not public yet"),
        "inferred": _("Part of this record was inferred"),
        "language": _("Not translated yet: shown in the other language"),
        "saved": _("A saved copy of this page"),
        "info": title(1),
    }
    return [{"kind": kind, "title": words, "text": sentence()} for kind, words in titles.items()]


def quotation() -> Context:
    return {
        "quote": sentence(),
        "lang": get_language(),
        "speaker": title(1),
        "role": title(2),
        "note": title(3),
        "source_title": title(4),
        "source_url": HERE,
    }
