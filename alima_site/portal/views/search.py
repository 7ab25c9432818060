"""Search: what was asked for in groups, one kind page by page, and “did you mean”."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.editorial import tokens
from alima_site.editorial.pages import Crumb, page_of
from alima_site.portal.search import pages
from alima_site.portal.search.equivalents import meant_by
from alima_site.portal.search.finding import Found, Hit, Search, cleaned
from alima_site.portal.search.kinds import BY_CODE, KINDS
from alima_site.portal.search.marking import Marker
from alima_site.portal.search.tables import SearchEntry

PAGE = 20
IN_A_GROUP = 5


class Result(NamedTuple):
    """A hit as the page shows it."""

    title: SafeString
    url: str
    language: str
    excerpt: SafeString


class Group(NamedTuple):
    kind: str
    label: Any
    total: int
    # The address of all results of this kind; empty where all stand here.
    more: str
    results: list[Result]


@reads("q", "kind", "page")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = cleaned(request.GET.get("q", ""))
    language = get_language() or "fr"
    found = Search(query, language).found()
    kind = request.GET.get("kind", "")
    kinds = by_kind(found.hits)
    # A kind that has no results, or is none, keeps them all.
    chosen = next((each for each in kinds if each[0] == kind), None)
    kinds = [chosen] if chosen else kinds
    page_obj = page_of(chosen[1], request.GET.get("page"), PAGE) if chosen else None
    shown = [(code, list(page_obj) if page_obj else hits[:IN_A_GROUP]) for code, hits in kinds]
    marker = Marker(found.stems, found.beginnings, meant_by(query, language), language)
    results = as_results([hit for _code, hits in shown for hit in hits], marker, language)
    response = render(
        request,
        "portal/search.html",
        {
            "crumbs": [Crumb(_("Search"))],
            "search_query": query,
            "found": found,
            "suggestion_url": address(found.suggestion) if found.suggestion else "",
            "groups": [
                Group(
                    code,
                    label_of(code, hits),
                    len(all_hits),
                    address(query, code) if len(all_hits) > len(hits) and not chosen else "",
                    [results[hit.entry] for hit in hits if hit.entry in results],
                )
                for (code, hits), (_same, all_hits) in zip(shown, kinds, strict=True)
            ],
            "filters": filters(found, query, chosen[0] if chosen else ""),
            "page_obj": page_obj,
            "query": urlencode({"q": query, "kind": kind}),
        },
    )
    # What was taken off the site must not come back from a cache.
    response.headers["Cache-Control"] = "no-cache"
    return response


def by_kind(hits: list[Hit]) -> list[tuple[str, list[Hit]]]:
    """The hits of each kind, the kind of the best hit first."""
    first = {hit.kind: place for place, hit in reversed(list(enumerate(hits)))}
    ranked = sorted(hits, key=lambda hit: (first[hit.kind], hit.order))
    return [(kind, list(group)) for kind, group in groupby(ranked, key=lambda hit: hit.kind)]


def address(query: str, kind: str = "") -> str:
    return "?" + urlencode({"q": query, **({"kind": kind} if kind else {})})


def label_of(code: str, hits: list[Hit]) -> Any:
    if code in BY_CODE:
        return BY_CODE[code].label
    return apps.get_model(hits[0].model)._meta.verbose_name_plural


def filters(found: Found, query: str, chosen: str) -> list[dict[str, Any]]:
    """Links that keep one kind, with the number of its results; the first keeps all."""
    counted = by_kind(found.hits)
    if len(counted) < 2 and not chosen:
        return []
    order = [kind.code for kind in KINDS]
    counted.sort(key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    everything = {"label": _("all kinds"), "url": address(query), "count": len(found.hits)}
    return [
        {**everything, "is_chosen": not chosen},
        *(
            {
                "label": label_of(code, hits),
                "url": address(query, code),
                "count": len(hits),
                "is_chosen": code == chosen,
            }
            for code, hits in counted
        ),
    ]


def as_results(hits: Iterable[Hit], marker: Marker, language: str) -> dict[int, Result]:
    """By entry; one query for all that stand on this page."""
    keys = [hit.entry for hit in hits]
    entries: dict[int, SearchEntry] = {
        -number: entry
        for number, (entry, _words) in enumerate(pages.entries(language), 1)
        if -number in keys
    }
    entries |= SearchEntry.objects.in_bulk([key for key in keys if key > 0])
    for entry in entries.values():
        tokens.note([entry.title, entry.text])
    return {
        key: Result(
            marker.marked(tokens.plain(entry.title, language)),
            entry.url,
            entry.title_language if entry.title_language != language else "",
            marker.excerpt(tokens.plain(entry.text, language)),
        )
        for key, entry in entries.items()
    }
