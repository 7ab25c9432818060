"""The activities in a country, of what its page has loaded."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from alima_site.portal.who_does_what.activity import LANGUAGES, Activity
from partners.models import AllianceFact, Partner

# The fact that says with whom ALIMA works everywhere: the ministries of health.
WITH_MINISTRIES = "model-1"
RUNS, CO_MANAGES = _("runs the country programme"), _("co-manages the country programme")
WORKS_THERE = _("works with ALIMA in the country, as no member of the alliance")
WITH_ALL = _("partner of ALIMA’s projects, as in every country; more is not published")


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
