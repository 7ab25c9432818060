"""The short facts beside the title of a partner's page."""

from typing import Any

from django.utils.translation import gettext as _

from alima_site.editorial.pages import Fact, known, or_not_published
from partners.models import Partner


def partner_facts(partner: Partner) -> list[Fact]:
    """Of a partner of `for_page()`."""
    countries: Any = partner.countries  # type: ignore[attr-defined]
    country: Any = partner.country
    return known(
        Fact(_("Country"), str(country.name)),
        Fact(_("Kind"), partner.get_kind_display()),
        Fact(_("With ALIMA since"), or_not_published(partner.alliance_year)),
        Fact(_("Founded"), or_not_published(partner.founded_year)),
        *(Fact(_("Co-manages"), str(c.name), c.get_absolute_url()) for c in countries),
        Fact(_("Website"), partner.website, partner.website),
    )
