"""Pages that tell the whole story: home, and who ALIMA is."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import later, state_for
from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.pages import Crumb
from alima_site.portal.page_queries import (
    CONCERNS,
    HEADLINES,
    RESEARCH_ALLIES,
    home_lists,
    home_members,
    home_versions,
)
from partners.models import AllianceFact, Voice
from partners.structured_data import alima, founding_year, website
from programs.comparable_years import whole_years
from programs.models import CountryProgramme
from programs.page_queries import STATISTICS, charted_in, countries_on_the_map
from programs.yearly_series import YearlySeries, yearly_series
from research.models import Collaboration

CARDS = 16  # countries
IN_FOCUS = "niger"  # ALIMA's first country


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    state = state_for(request)
    countries = later(lambda: countries_on_the_map(state))
    places = later(lambda: [country.on_the_map for country in countries])
    focus = later(lambda: next((each for each in countries if each.slug == IN_FOCUS), None))
    by_code = later(figures_by_code)
    lists = later(lambda: next(iter(home_lists())))
    members = home_members()
    return render(
        request,
        "portal/home.html",
        {
            "state": state,
            "headlines": later(lambda: headlines(by_code)),
            "concerns": later(lambda: concerns(by_code)),
            "countries": later(lambda: countries[:CARDS]),
            "on_the_map": places,
            "has_past": later(lambda: any(each.map_kind == "past" for each in countries)),
            "primary": {"label": _("Read the partnership model"), "url": reverse("portal:model")},
            "secondary": {
                "label": _("See the country programmes"),
                "url": reverse("programs:list"),
            },
            "focus": focus,
            "series": later(lambda: series_of(focus)),
            "members": members,
            "structured_data": later(lambda: [website(), alima(members, places)]),
            "allies": later(lambda: allies_in(lists.allies)),
            "voice": later(lambda: next(iter(lists.voices), None)),
            "films": later(lambda: next(iter(lists.series), None)),
        },
    )


def series_of(country: CountryProgramme | None) -> YearlySeries | None:
    statistics = list(charted_in(programme=country.pk)) if country else []
    return yearly_series(whole_years(statistics, STATISTICS))


def allies_in(allies: Iterable[Collaboration]) -> list[Collaboration]:
    cards = {ally.slug: ally for ally in allies}
    return [cards[slug] for slug in RESEARCH_ALLIES if slug in cards]


def figures_by_code() -> dict[str, Figure]:
    """The figures of the page that have public versions, with these; one query."""
    found: dict[str, list[FigureVersion]] = {}
    for version in home_versions():
        found.setdefault(version.figure.slug, []).append(version)
    for versions in found.values():
        versions[0].figure.public_versions = versions
    return {code: versions[0].figure for code, versions in found.items()}


def headlines(by_code: dict[str, Figure]) -> list[dict[str, str]]:
    return [headline(by_code[code]) for code in HEADLINES if code in by_code]


def concerns(by_code: dict[str, Figure]) -> list[tuple[Any, Figure]]:
    return [(word, by_code[code]) for word, code in CONCERNS.items() if code in by_code]


def headline(figure: Figure) -> dict[str, str]:
    """A figure as the dark band shows it; one without a current version says so."""
    version = figure.current
    return {
        "value": wording.with_unit(version.value, figure.unit)
        if version
        else _("several versions"),
        "label": str(figure.label),
        "qualifier": version.shown_qualifier if version else "",
        "note": wording.printed_period(version) if version else "",
        "url": figure.get_absolute_url(),
    }


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    facts = AllianceFact.objects.for_page()
    order = list(AllianceFact.Category)
    ranked = sorted(facts, key=lambda fact: order.index(AllianceFact.Category(fact.category)))
    return render(
        request,
        "portal/about.html",
        {
            "crumbs": [Crumb(_("About ALIMA"))],
            "categories": [
                (AllianceFact.Category(category), list(group))
                for category, group in groupby(ranked, key=lambda fact: fact.category)
            ],
            "voices": Voice.objects.for_page(),
            "structured_data": [alima(founded=founding_year(ranked))],
        },
    )
