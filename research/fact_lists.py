"""The short facts beside the titles of the research pages."""

from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.pages import Fact, known, or_not_published
from research.models import Collaboration, Publication, Study


def collaboration_facts(collaboration: Collaboration) -> list[Fact]:
    return known(
        Fact(_("Kind"), collaboration.get_kind_display()),
        Fact(
            _("Period"), or_not_published(wording.period(collaboration.since, collaboration.until))
        ),
        Fact(_("Countries"), wording.listed(collaboration.countries)),
        Fact(_("ROR"), collaboration.ror, collaboration.ror_url),
        Fact(_("Confidence"), collaboration.get_confidence_display()),
    )


def study_facts(study: Study) -> list[Fact]:
    countries: Any = study.countries
    return known(
        Fact(_("Design"), str(study.design)),
        Fact(_("Countries"), ", ".join(str(country.name) for country in countries)),
        Fact(_("Where"), str(study.countries_note)),
        Fact(_("Period"), or_not_published(wording.period(study.start, study.end))),
        Fact(_("Status"), or_not_published(study.status)),
        Fact(_("Registration"), or_not_published(study.registration_id), study.registry_url),
        Fact(_("Sponsor"), or_not_published(study.sponsor)),
        Fact(_("Participants"), or_not_published(study.participants)),
        Fact(_("Confidence"), study.get_confidence_display()),
    )


def publication_facts(publication: Publication) -> list[Fact]:
    date = publication.published or str(publication.year or "")
    author = publication.first_author
    study = publication.study if publication.study and publication.study.is_published else None
    return known(
        Fact(_("Kind"), publication.get_kind_display()),
        Fact(_("Journal"), or_not_published(publication.journal)),
        Fact(_("Published"), or_not_published(date and wording.partial_date(date))),
        Fact(_("First author"), or_not_published(author)),
        Fact(_("DOI"), or_not_published(publication.doi), publication.doi_url),
        Fact(_("PubMed"), publication.pubmed_id, publication.pubmed_url),
        Fact(
            _("Open access"),
            _("read the whole text") if publication.open_access_url else "",
            publication.open_access_url,
        ),
        *([Fact(_("Study"), str(study.short_title), study.get_absolute_url())] if study else []),
        Fact(_("Confidence"), publication.get_confidence_display()),
    )
