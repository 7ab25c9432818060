"""What the model page has loaded."""

from dataclasses import dataclass
from typing import Any

from alima_site.editorial.models import FigureVersion
from alima_site.editorial.pages import by_name
from partners.ledger import Line
from partners.models import AllianceFact, Partner


@dataclass
class Known:
    """What the model page has loaded, each with its sources."""

    countries: list[Any]
    # The first to join, with `members_in_all`, `projects_in_all`, `shared_in_all` and `shared`.
    partners: list[Any]
    # The latest that several partners share.
    projects: list[Any]
    facts: dict[str, AllianceFact]
    versions: list[FigureVersion]
    ledger: list[Line]

    @property
    def members(self) -> list[Any]:
        return [each for each in self.partners if each.kind == Partner.Kind.MEMBER]

    @property
    def co_managed(self) -> list[Any]:
        """Countries with members of the alliance, by name."""
        return [each for each in sorted(self.countries, key=by_name) if members_in(each)]


def members_in(country: Any) -> list[Any]:
    return [each for each in country.public_partners if each.kind == Partner.Kind.MEMBER]
