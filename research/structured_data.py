"""Collaborations, studies and publications in the words of schema.org."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial.models import Topic
from alima_site.editorial.structured_data import Thing, identifier, thing
from research.identifiers import scheme_of
from research.models import Collaboration, Membership, Publication, Study
from research.schemes import TRIAL_REGISTRIES


def research_organization(collaboration: Collaboration) -> Thing:
    """With those of its members that are organisations known by a record or a ROR."""
    members = [m for m in collaboration.memberships.all() if m.shown_ror or has_page(m)]
    return thing(
        "ResearchOrganization",
        name=str(collaboration.short_name),
        alternateName=str(collaboration.full_name),
        url=collaboration.get_absolute_url(),
        identifier=identifier("ROR", collaboration.ror, collaboration.ror_url),
        sameAs=collaboration.ror_url,
        member=[membership(m) for m in members],
    )


def has_page(member: Membership) -> bool:
    return bool(member.institution and member.institution.is_published)


def membership(member: Membership) -> Thing:
    """The member, and from when to when it was one."""
    organisation = thing(
        "ResearchOrganization",
        name=str(member.member),
        url=member.institution.get_absolute_url()
        if member.institution and has_page(member)
        else "",
        identifier=identifier("ROR", member.shown_ror, member.ror_url),
    )
    if not (member.since or member.until):
        return organisation
    return thing(
        "OrganizationRole", member=organisation, startDate=member.since, endDate=member.until
    )


def medical_trial(study: Study, diseases: Iterable[Topic]) -> Thing:
    scheme = scheme_of(study.registration_id, TRIAL_REGISTRIES)
    countries: Any = study.countries
    return thing(
        "MedicalTrial",
        name=str(study.title),
        alternateName=str(study.short_title),
        url=study.get_absolute_url(),
        identifier=identifier(scheme.name, study.registration_id, study.registry_url)
        if scheme
        else None,
        status=str(study.status),
        healthCondition=diseases,
        sponsor=thing("Organization", name=str(study.sponsor)) if study.sponsor else None,
        studyLocation=[
            thing("Country", name=str(country.name), identifier=country.code)
            for country in countries
        ],
        trialDesign=str(study.design),
    )


def scholarly_article(publication: Publication) -> Thing:
    author = publication.first_author
    return thing(
        "ScholarlyArticle",
        headline=publication.title,
        disambiguatingDescription=_("Title summarised: not to be cited.")
        if publication.title_is_summarised
        else "",
        url=publication.get_absolute_url(),
        inLanguage=publication.language,
        author=thing("Person", name=author) if author else None,
        datePublished=publication.published or str(publication.year or ""),
        isPartOf=thing("Periodical", name=publication.journal) if publication.journal else None,
        identifier=identifier("PubMed", publication.pubmed_id, publication.pubmed_url),
        sameAs=publication.doi_url,
        isAccessibleForFree=True if publication.open_access_url else None,
    )
