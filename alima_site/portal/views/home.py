"""Pages that tell the whole story: home, and who ALIMA is."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.editorial import wording
from alima_site.editorial.listing import in_one_query
from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.pages import Crumb, by_name
from partners.models import AllianceFact, Partner, Series, Voice
from partners.structured_data import alima, founding_year, website
from programs.highlights import yearly_series
from programs.models import CountryProgramme, PatientStatistic
from research.models import Collaboration

# What the home page shows, by code; a figure that is not public is left out.
HEADLINES = ["patients-total", "countries", "research-total", "research-share"]
CONCERNS = {"treat": "unmet-needs", "innovate": "trials-in-africa", "together": "direct-funding"}
RESEARCH_ALLIES = ["coral", "alerrt", "nih"]
IN_FOCUS = "niger"  # ALIMA's first country


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    countries = sorted(CountryProgramme.objects.for_map(), key=by_name)
    focus = next((country for country in countries if country.slug == IN_FOCUS), None)
    statistics = PatientStatistic.objects.for_chart().filter(programme=focus) if focus else []
    by_code = figures_by_code([*HEADLINES, *CONCERNS.values()])
    allies = Collaboration.objects.published().filter(slug__in=RESEARCH_ALLIES)
    named = in_one_query([allies, Series.objects.published()])
    cards = {record.slug: record for record in named if isinstance(record, Collaboration)}
    members = Partner.objects.published().with_logos().members()
    return render(
        request,
        "portal/home.html",
        {
            "headlines": [headline(by_code[code]) for code in HEADLINES if code in by_code],
            "concerns": [
                (word, by_code[code]) for word, code in CONCERNS.items() if code in by_code
            ],
            "countries": countries,
            "on_the_map": [country.on_the_map for country in countries],
            "has_past": any(country.map_kind == "past" for country in countries),
            "primary": {"label": _("Read the partnership model"), "url": reverse("portal:model")},
            "secondary": {
                "label": _("See the country programmes"),
                "url": reverse("programs:list"),
            },
            "focus": focus,
            "series": yearly_series(statistics),
            "members": members,
            "structured_data": [website(), alima(members, countries)],
            "allies": [cards[slug] for slug in RESEARCH_ALLIES if slug in cards],
            "voice": Voice.objects.for_page().filter(slug="maidadji-1").first(),
            "films": next((record for record in named if isinstance(record, Series)), None),
        },
    )


def figures_by_code(codes: list[str]) -> dict[str, Figure]:
    """The figures that have public versions, with these; one query."""
    versions = FigureVersion.objects.published().filter(figure__slug__in=codes)
    found: dict[str, Figure] = {}
    for version in versions.select_related("figure").newest_first():
        figure = found.setdefault(version.figure.slug, version.figure)
        figure.public_versions = [*getattr(figure, "public_versions", ()), version]
    return found


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
