"""Stand-ins for whole records, and samples of the components that take them."""

import datetime
from types import SimpleNamespace
from typing import Any

from django.utils.translation import get_language

from alima_site.portal.samples.words import (
    FIRST_YEAR,
    HERE,
    Context,
    Sample,
    here,
    in_both,
    sentence,
    title,
    year,
)


def record_samples() -> list[Sample]:
    """Components that take a whole record."""
    inferred = SimpleNamespace(is_inferred=True, **in_both("note", sentence()))
    noted = SimpleNamespace(is_inferred=False, **in_both("note", sentence()))
    return [
        Sample("remarks", [{"record": inferred}, {"record": noted}]),
        Sample("sources_of", [{"record": SimpleNamespace(public_sources=[source(), source()])}]),
        Sample("voice", [{"voice": voice()}]),
        Sample("voices", [{"voices": [voice()]}]),
        Sample("project_list", [{"projects": [project(1), project(2)], "country": False}]),
        Sample("topics", [{"topics": [source(1), source(2), source(3)]}]),
        Sample("studies", [{"studies": [study(1), study(2)]}]),
        Sample("publications", [{"publications": [publication(1), publication(2)]}]),
        Sample("disagreements", [{"disagreements": [disagreement(s) for s in STATUSES]}]),
        Sample("disagreement_note", [{"disagreement": disagreement("preferred")}]),
        Sample("look_for_others", [{"query": title(1), "kind": "project"}]),
    ]


STATUSES = ["open", "both stand", "preferred"]


def disagreement(status: str) -> SimpleNamespace:
    words = in_both("title", title(1)) | in_both("note", sentence()) | in_both("reason", sentence())
    return SimpleNamespace(status=status, preferred=None, get_absolute_url=here, **words)


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


def publication(n: int) -> SimpleNamespace:
    return SimpleNamespace(
        title=title(n),
        language=get_language(),
        get_kind_display=lambda: title(3),
        journal=title(4),
        year=year(n),
        title_is_summarised=n > 1,
        get_absolute_url=here,
    )


def places_on_map() -> list[dict[str, str]]:
    kinds = {"AO": "alliance", "ZM": "programme", "TZ": "past"}
    return [
        {"code": code, "name": title(n), "url": HERE, "kind": kind}
        for n, (code, kind) in enumerate(kinds.items(), 1)
    ]
