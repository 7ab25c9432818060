"""Samples of lists, cards, forms and pictures."""

from types import SimpleNamespace

from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.translation import get_language_info

from alima_site.editorial import wording
from alima_site.editorial.pages import Crumb, Fact
from alima_site.editorial.structured_data import as_json, trail
from alima_site.portal.contact.form import ContactForm
from alima_site.portal.drawing.strips import woven_strip
from alima_site.portal.forms import SourceFilter
from alima_site.portal.samples.texts import places_on_map
from alima_site.portal.samples.words import HERE, Context, Sample, sentence, title, year


def list_samples() -> list[Sample]:
    entries = [
        {"date": year(n), "title": title(n), "url": HERE if n == 1 else "", "text": sentence()}
        | ({"kind": title(4), "remark": title(5)} if n == 2 else {})
        for n in (1, 2, 3)
    ]
    files = [
        {"label": title(1), "url": HERE, "kind": "CSV", "size": ""},
        {"label": title(2), "url": HERE, "kind": "XLSX", "size": ""},
    ]
    codes = ("fr", "en")
    languages = [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": HERE}
        for code in codes
    ]
    facts = [Fact(title(1), year()), Fact(title(2), title(3), HERE)]
    return [
        Sample("fact_list", [{"facts": facts}]),
        Sample("partner_card", [partner(n) for n in (1, 2, 3)]),
        Sample("photo", [{"photo": picture()}]),
        Sample("logo", [{"logo": picture(), "name": title(1), "loading": "lazy"}]),
        Sample("woven_strip.svg", [woven_strip(f"sample-{n}") for n in (4, 5, 6)]),
        Sample("country_card", [card | {"note": year()} for card in places_on_map()]),
        Sample("study_row", [study_row()]),
        Sample("timeline", [{"entries": entries}]),
        Sample("pagination", [{"page_obj": Paginator(range(50), 10).page(2)}]),
        Sample("filter_form", [{"form": SourceFilter()}]),
        Sample("contact_form", [{"form": ContactForm()}]),
        Sample("download_list", [{"files": files}]),
        Sample("language_switch", [{"links": languages}]),
        Sample("structured_data", [{"documents": [as_json(trail(crumbs_of_two(), HERE))]}]),
    ]


def crumbs_of_two() -> list[Crumb]:
    return [Crumb(title(1), HERE), Crumb(title(2))]


def partner(n: int) -> Context:
    return {
        "name": title(n),
        "full_name": sentence(),
        "note": year(n),
        "url": HERE,
        "slug": f"sample-{n}",
    }


def picture() -> SimpleNamespace:
    """A drawing of our own in the place of a photograph."""
    address = static("img/icon-512.png")
    return SimpleNamespace(
        src=address,
        srcsets={},
        srcset=f"{address} 512w",
        width=512,
        height=512,
        focus="focus-x-50 focus-y-50",
        alt=title(1),
        credit=title(2),
        caption_fr=sentence(),
        caption_en=sentence(),
        caption=sentence(),
    )


def study_row() -> Context:
    return {
        "title": sentence(),
        "url": HERE,
        "disease": title(1),
        "status": title(2),
        "meta": wording.period(year(), year(2)),
    }
