"""
Who does what in a country: ALIMA, the ministry of health, local NGOs, research bodies and
funders, each activity with its source. A country's page and the 3W file are made of the same
rows.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.dates import last_day
from partners.models import AllianceFact, Partner
from programs.models import CountryProgramme, Project
from research.models import Study

LANGUAGES = ("fr", "en")
# The fact that says with whom ALIMA works everywhere: the ministries of health.
WITH_MINISTRIES = "model-1"

# Kinds of organisations in the order of the page, with the codes the file has for them.
KINDS = {
    "international-ngo": _("international NGO"),
    "government": _("government"),
    "local-ngo": _("local NGO"),
    "research": _("research"),
    "donor": _("funder"),
}
RUNS, CO_MANAGES = _("runs the country programme"), _("co-manages the country programme")
WORKS_THERE = _("works with ALIMA in the country, as no member of the alliance")
WITH_ALL = _("partner of ALIMA’s projects, as in every country; more is not published")


@dataclass(frozen=True)
class Activity:
    """What one organisation does in one country. Names are in both languages."""

    slug: str
    country: CountryProgramme
    kind: str
    organisation: dict[str, str]
    doing: dict[str, str]
    # The record with the sources; `of` is the project or study, where it is one.
    record: Any
    of: Any = None
    organisation_url: str = ""
    topics: list[Any] = field(default_factory=list)
    start: str = ""
    end: str = ""

    @property
    def name(self) -> str:
        return self.organisation[get_language() or "fr"]

    @property
    def does(self) -> str:
        return self.doing[get_language() or "fr"]

    @property
    def status(self) -> str:
        """“ended” where a published end is past; else empty: a missing end is no proof."""
        today = datetime.date.today()
        return "ended" if self.end and last_day(self.end) < today else ""


def facts() -> QuerySet:
    """Funders with the countries they are named for, and who is worked with everywhere."""
    donors = Q(category=AllianceFact.Category.DONOR)
    return AllianceFact.objects.for_page().filter(donors | Q(slug=WITH_MINISTRIES))


def behind() -> list[QuerySet]:
    """The records the rows are made of, by kind."""
    kinds = (CountryProgramme.objects, Project.objects, Study.objects)
    return [*(each.published() for each in kinds), facts()]


def everywhere(country: str = "") -> list[Activity]:
    """The activities of all public countries, or of the one of that slug; four queries."""
    countries = CountryProgramme.objects.for_index().with_sources()
    projects = list(Project.objects.for_list())
    studies = list(Study.objects.for_list().with_sources().with_organisations())
    known = list(facts())
    found: list[Activity] = []
    for each in countries.filter(slug=country) if country else countries:
        here = [project for project in projects if project.programme_id == each.pk]
        found += activities_in(each, here, studies, known)
    return found


def activities_in(
    country: Any, projects: Iterable[Any], studies: Iterable[Any], facts: Iterable[Any]
) -> list[Activity]:
    """The activities in a country, of what its page has loaded."""
    facts = list(facts)
    return [
        *_of_alima(country, projects),
        *_of_the_ministry(country, facts),
        *_of_partners(country, projects),
        *_of_researchers(country, studies),
        *_of_funders(country, facts),
    ]


def in_both(words: Any) -> dict[str, str]:
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[code] = str(words)
    return found


def _named(record: Any, name: str) -> dict[str, str]:
    """The name of a record in each language, or in the one that there is."""
    pair = {code: getattr(record, f"{name}_{code}") for code in LANGUAGES}
    return {code: pair[code] or next(filter(None, pair.values()), "") for code in LANGUAGES}


def _project(country: Any, organisation: Any, kind: str, project: Any, **more: Any) -> Activity:
    return Activity(
        f"{more.pop('who')}--{project.slug}",
        country,
        kind,
        organisation,
        _named(project, "name"),
        project,
        project,
        topics=project.public_topics,
        start=project.start,
        end=project.end,
        **more,
    )


def _of_alima(country: Any, projects: Iterable[Any]) -> Iterator[Activity]:
    alima = dict.fromkeys(LANGUAGES, "ALIMA")
    kind = "international-ngo"
    yield Activity(f"alima--{country.slug}", country, kind, alima, in_both(RUNS), country)
    for project in projects:
        yield _project(country, alima, kind, project, who="alima")


def _of_the_ministry(country: Any, facts: list[Any]) -> Iterator[Activity]:
    for fact in facts:
        if fact.slug == WITH_MINISTRIES:
            ministry, doing = in_both(_("Ministry of Health")), in_both(WITH_ALL)
            slug = f"ministry--{country.slug}"
            yield Activity(slug, country, "government", ministry, doing, fact)


def _of_partners(country: Any, projects: Iterable[Any]) -> Iterator[Activity]:
    for partner in country.public_partners:
        doing = CO_MANAGES if partner.kind == Partner.Kind.MEMBER else WORKS_THERE
        yield Activity(
            f"{partner.slug}--{country.slug}",
            country,
            "local-ngo",
            in_both(partner.acronym),
            in_both(doing),
            country,
            organisation_url=partner.get_absolute_url(),
        )
    for project in projects:
        for partner in project.public_partners:
            name, url = in_both(partner.acronym), partner.get_absolute_url()
            yield _project(
                country, name, "local-ngo", project, who=partner.slug, organisation_url=url
            )


def _of_researchers(country: Any, studies: Iterable[Any]) -> Iterator[Activity]:
    for study in studies:
        if country.country.code not in {each.code for each in study.countries}:
            continue
        bodies = [(ally, "research", _named(ally, "short_name")) for ally in study.public_allies]
        # Of a study in several countries, a local NGO does the part in its own.
        local = [each for each in study.public_partners if each.country == country.country]
        bodies += [(each, "local-ngo", in_both(each.acronym)) for each in local]
        for body, kind, name in bodies:
            yield Activity(
                f"{body.slug}--{study.slug}--{country.slug}",
                country,
                kind,
                name,
                _named(study, "short_title"),
                study,
                study,
                body.get_absolute_url(),
                study.public_topics,
                study.start,
                study.end,
            )


def _of_funders(country: Any, facts: list[Any]) -> Iterator[Activity]:
    for fact in facts:
        is_named = country.country.code in {each.code for each in fact.countries}
        if is_named and fact.category == AllianceFact.Category.DONOR:
            yield Activity(
                f"{fact.slug}--{country.slug}",
                country,
                "donor",
                _named(fact, "label"),
                _named(fact, "statement"),
                fact,
                organisation_url=fact.get_absolute_url(),
            )


@dataclass
class Organisation:
    """One line of a country's table: an organisation with all it does there."""

    name: str
    url: str
    kind: Any
    general: list[Activity]
    projects: list[Activity]

    @property
    def sources(self) -> list[Any]:
        """The sources of what is said in general; a project or a study names its own."""
        found = [s for each in self.general for s in each.record.public_sources[:1]]
        return list(dict.fromkeys(found))


def by_organisation(activities: Iterable[Activity]) -> list[Organisation]:
    """The activities of one country as its table shows them."""
    order = list(KINDS)

    def key(activity: Activity) -> tuple[int, str]:
        return order.index(activity.kind), activity.name

    return [
        _organisation(name, KINDS[order[rank]], list(found))
        for (rank, name), found in groupby(sorted(activities, key=key), key=key)
    ]


def _organisation(name: str, kind: Any, activities: list[Activity]) -> Organisation:
    url = next(filter(None, (each.organisation_url for each in activities)), "")
    general = [each for each in activities if each.of is None]
    return Organisation(name, url, kind, general, [each for each in activities if each.of])
