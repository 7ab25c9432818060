"""Samples of the components that show a partnership."""

from types import SimpleNamespace
from typing import Any

from alima_site.editorial import wording
from alima_site.editorial.sums import NoSum
from alima_site.portal.drawing.maps import country_map
from alima_site.portal.samples.records import source, statistic
from alima_site.portal.samples.words import HERE, Sample, in_both, sentence, title, year

# Any country with neighbours: a map needs a real outline.
PLACE = ("GA", "Gabon")


def partnership_samples() -> list[Sample]:
    code, name = PLACE
    questions = [
        {"question": title(n), "answer": sentence(), "url": HERE, "where": title(4)} for n in (1, 2)
    ]
    return [
        Sample("questions", [{"questions": questions}]),
        Sample("evidence", [{"proofs": proofs()}]),
        Sample("ledger", [{"lines": ledger(), "caption": title(8), "partner": True}]),
        Sample("who_does_what", [{"organisations": organisations(), "caption": title(9)}]),
        Sample("side_by_side", [{"pairs": [(statistic(1), statistic(2))], "name": title(3)}]),
        Sample("country_map.svg", [country_map(code, name)]),
        Sample("where", [{"code": code, "name": name}]),
        Sample("map_words", [{}]),
    ]


def proofs() -> list[dict[str, Any]]:
    link = {"label": title(2), "url": HERE}
    known = {"label": title(1), "words": sentence(), "links": [link], "sources": [source()]}
    return [known, {"label": title(3), "needed": sentence(), "url": HERE}]


def ledger() -> list[dict[str, Any]]:
    row = SimpleNamespace(
        slug="sample-row",
        partner=SimpleNamespace(acronym=title(1)),
        year=year(),
        amount=wording.money(1234, "EUR"),
        public_sources=[source()],
        get_absolute_url=HERE,
        is_inferred=True,
        **in_both("text", sentence()),
    )
    filled = {"name": title(1), "meaning": sentence(), "rows": [row], "sums": [NoSum(sentence())]}
    return [filled, {"name": title(2), "meaning": sentence(), "rows": [], "needed": title(4)}]


def organisations() -> list[dict[str, Any]]:
    project = SimpleNamespace(
        of=SimpleNamespace(get_absolute_url=HERE), does=title(2), start=year(), end=year(2)
    )
    general = SimpleNamespace(does=sentence())
    whole = {"general": [general], "projects": [project], "sources": [source()]}
    return [
        {"name": title(1), "url": HERE, "kind": title(3)} | whole,
        {"name": title(2), "url": "", "kind": title(4), "projects": [project]},
    ]
