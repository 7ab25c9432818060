"""The short facts beside the titles of country and project pages."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.pages import Fact, known, or_not_published
from programs.comparable_years import latest_figures
from programs.models import CountryProgramme, PatientStatistic, Project


def country_facts(country: CountryProgramme) -> list[Fact]:
    status = country.get_status_display()
    if country.status_date:
        status = f"{status} ({wording.partial_date(country.status_date)})"
    return known(
        Fact(_("Present"), or_not_published(country.presence_words)),
        *(
            Fact(_("Run with"), partner.acronym, partner.get_absolute_url())
            for partner in country.public_partners  # type: ignore[attr-defined]
        ),
        Fact(_("Status"), status),
    )


def project_facts(project: Project) -> list[Fact]:
    country = project.programme
    return known(
        Fact(_("Country"), str(country.name), country.get_absolute_url())
        if country
        else Fact(_("Country"), _("several countries")),
        Fact(_("Places"), wording.listed(project.places)),
        Fact(_("Period"), or_not_published(wording.period(project.start, project.end))),
        *(
            Fact(_("Run with"), partner.acronym, partner.get_absolute_url())
            for partner in project.public_partners  # type: ignore[attr-defined]
        ),
    )


def highlight_figures(statistics: Iterable[PatientStatistic]) -> list[dict[str, str]]:
    """The latest statistics of a country as the dark band shows them."""
    return [
        {
            "value": wording.number(row.value),
            "label": str(row.indicator.name),
            "qualifier": row.shown_qualifier,
            "note": ", ".join(filter(None, [str(row.whole_year), str(row.period_remark)])),
            "url": row.get_absolute_url(),
            "short": row.short_path,
            "source": row.source.title if row.source.is_published else "",
            "source_language": row.source.language,
        }
        for row in latest_figures(statistics)
    ]
