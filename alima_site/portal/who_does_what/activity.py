"""What one organisation does in one country."""

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.dates import last_day
from programs.models import CountryProgramme

LANGUAGES = ("fr", "en")
# Kinds of organisations in the order of the page, with the codes the file has for them.
KINDS = {
    "international-ngo": _("international NGO"),
    "government": _("government"),
    "local-ngo": _("local NGO"),
    "research": _("research"),
    "donor": _("funder"),
}


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
