"""
What the styleguide puts into each component: words, names and numbers that are plainly
samples, so that none can be taken for a fact about ALIMA. All years lie before its time.
"""

import datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.templatetags.static import static
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.pages import Crumb, Fact
from alima_site.editorial.preview import Bar
from alima_site.editorial.series import Part, Point, Series, Whole
from alima_site.editorial.structured_data import as_json, trail
from alima_site.portal.contact.form import ContactForm
from alima_site.portal.forms import SourceFilter
from alima_site.portal.search.samples import search_samples
from alima_site.portal.templatetags import drawing

# Every link of a sample leads to the top of the samples.
HERE = "#samples"


def here() -> str:
    return HERE


FIRST_YEAR = 2001

Context = dict[str, Any]


class Sample(NamedTuple):
    """A component by its file name without ending, and the contexts it is shown with."""

    name: str
    contexts: list[Context]


def all_samples() -> list[Sample]:
    """A sample of each component, in the active language."""
    of_search = search_samples(title, sentence(), HERE)
    return [
        *text_samples(),
        *list_samples(),
        *figure_samples(),
        *record_samples(),
        *(Sample(name, contexts) for name, contexts in of_search.items()),
    ]


def title(n: int) -> str:
    return _("Sample %(number)s") % {"number": n}


def sentence() -> str:
    return _("This sentence is a sample, long enough to run over the end of a line and on below.")


def preview_bar() -> Bar:
    return Bar(title(1), sentence(), HERE, ((get_language() or "fr", title(2), HERE),))


def year(n: int = 0) -> str:
    return str(FIRST_YEAR + n)


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
        Sample("africa_map.svg", [drawing.africa_map(places)]),
        Sample("notice", notices()),
        Sample("badge", [{"kind": kind, "text": title(n)} for n, kind in enumerate(BADGES, 1)]),
        Sample("quotation", [quotation()]),
        Sample("source_line", [{"source_title": title(1), "source_url": HERE}]),
    ]


BADGES = ["inferred", "conflict", "draft", "active", "completed", "info"]


def places_on_map() -> list[dict[str, str]]:
    kinds = {"AO": "alliance", "ZM": "programme", "TZ": "past"}
    return [
        {"code": code, "name": title(n), "url": HERE, "kind": kind}
        for n, (code, kind) in enumerate(kinds.items(), 1)
    ]


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
        Sample("woven_strip.svg", [drawing.woven_strip(f"sample-{n}") for n in (4, 5, 6)]),
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


def figure_samples() -> list[Sample]:
    return [
        Sample("big_figure", [big_figure(1)]),
        Sample("figure_band", [{"figures": [big_figure(n) for n in (1, 2, 3, 4)]}]),
        Sample("share", [share(word, percent) for word, percent in SHARES.items()]),
        Sample(
            "share_of_200.svg",
            [drawing.share_of_200(percent + 10, word) for word, percent in SHARES.items()],
        ),
        Sample(
            "bar_series.svg", [drawing.bar_series(series(1)), drawing.bar_series(series(2, 15))]
        ),
        Sample("small_multiples.svg", [drawing.small_multiples(several_series())]),
        Sample("network.svg", [drawing.network(institutes())]),
        Sample("share_of_whole.svg", [drawing.share_of_whole(whole())]),
        Sample("statistics_table", [{"caption": title(6), "groups": [group(1), group(2)]}]),
    ]


SHARES = {"treat": Decimal("0.5"), "innovate": Decimal(25), "together": Decimal("66.5")}


def share(word: str, percent: Decimal) -> Context:
    value = wording.with_unit(percent, "%")
    return {"word": word, "percent": percent, "value": value, "text": sentence(), "url": HERE}


def big_figure(n: int) -> Context:
    return {
        "value": wording.number(1000 * n + 234),
        "label": title(n),
        "note": year(n),
        "qualifier": _("more than") if n == 2 else "",
        "url": HERE,
    }


def series(n: int, years: int = 8) -> Series:
    """Every kind of bar: exact, qualified, inferred, and years without a figure between them."""
    points = [Point(FIRST_YEAR + i, None) for i in range(years)]
    points[0] = Point(FIRST_YEAR, 1000 * n, "about", inferred=True)
    points[3] = Point(FIRST_YEAR + 3, 2500 * n, "more_than")
    points[4] = Point(FIRST_YEAR + 4, 1800 * n)
    points[-1] = Point(FIRST_YEAR + years - 1, 4000 * n)
    return Series(title(n), _("people"), points, HERE)


def several_series() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            drawn=series(n),
            rows=[
                statistic(i, value=point.value)
                for i, point in enumerate(series(n).points)
                if point.value
            ],
        )
        for n in (3, 4, 7)
    ]


def whole() -> Whole:
    parts = [
        Part(title(2), 900, wording.number(900), HERE),
        Part(title(3), 250, wording.number(250), HERE, _("year inferred")),
    ]
    return Whole(title(1), 2000, wording.number(2000), HERE, year(), parts)


def institutes() -> list[SimpleNamespace]:
    alliances = [SimpleNamespace(short_name=title(n)) for n in (4, 5, 6)]
    return [
        SimpleNamespace(record=SimpleNamespace(short_name=title(n)), alliances=alliances[:n])
        for n in (3, 2, 1)
    ]


def statistic(n: int, **given: Any) -> SimpleNamespace:
    """What a line of a table asks of a patient statistic."""
    start = datetime.date(FIRST_YEAR + n, 1, 1)
    values: Context = {
        "slug": f"sample-{n}",
        "value": 1000 * n,
        "indicator": SimpleNamespace(name=title(n), unit="people"),
        "qualifier": "exact",
        "get_qualifier_display": lambda: "",
        "whole_year": start.year,
        "source_published": "",
        "period_start": start,
        "period_end": start.replace(month=12, day=31),
        "reported_by": title(1),
        "short_path": HERE,
        "period_remark": "",
        "withheld": "",
        "place": "",
        "is_inferred": False,
        "public_whole": None,
        "disagreeing": [],
        "source": source(),
        "public_sources": [source()],
        "get_absolute_url": here,
        **in_both("hint", sentence()),
        **in_both("note", ""),
    }
    return SimpleNamespace(**values | given)


def group(n: int) -> Context:
    other = statistic(n)
    rows = [
        statistic(n, period_remark=_("year inferred")),
        statistic(n + 2, disagreeing=[other]),
    ]
    return {"title": title(n), "url": HERE, "rows": rows}


def record_samples() -> list[Sample]:
    """Components that take a whole record."""
    inferred = SimpleNamespace(is_inferred=True, **in_both("note", sentence()))
    noted = SimpleNamespace(is_inferred=False, **in_both("note", sentence()))
    return [
        Sample("remarks", [{"record": inferred}, {"record": noted}]),
        Sample("sources_of", [{"record": SimpleNamespace(public_sources=[source(), source()])}]),
        Sample("voice", [{"voice": voice()}]),
        Sample("project_list", [{"projects": [project(1), project(2)], "country": False}]),
        Sample("topics", [{"topics": [source(1), source(2), source(3)]}]),
        Sample("studies", [{"studies": [study(1), study(2)]}]),
        Sample("look_for_others", [{"query": title(1), "kind": "project"}]),
    ]


def in_both(name: str, words: str) -> dict[str, str]:
    return {name: words, f"{name}_fr": words, f"{name}_en": words}


def source(n: int = 1) -> SimpleNamespace:
    """A source; a topic, too, has a name and an address."""
    return SimpleNamespace(
        name=title(n),
        title=title(n),
        publisher=title(2),
        published=f"{FIRST_YEAR}-02",
        language=get_language(),
        is_published=True,
        get_absolute_url=here,
    )


def voice() -> SimpleNamespace:
    return SimpleNamespace(
        speaker=title(1),
        date=year(),
        source=source(),
        is_our_translation=True,
        **in_both("quote", sentence()),
        **in_both("role", title(2)),
    )


def project(n: int) -> SimpleNamespace:
    return SimpleNamespace(
        name=title(n),
        start=year(),
        end=year(n),
        places_fr=f"{title(3)}; {title(4)}",
        places_en=f"{title(3)}; {title(4)}",
        public_partners=[SimpleNamespace(acronym=title(5))],
        public_sources=[source()],
        get_absolute_url=here,
        **in_both("summary", sentence()),
    )


def study(n: int) -> SimpleNamespace:
    return SimpleNamespace(
        title=title(n),
        start=year(),
        end=year(n),
        public_topics=[title(3)],
        status=title(4),
        get_absolute_url=here,
    )
