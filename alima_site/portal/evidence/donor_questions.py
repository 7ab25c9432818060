"""The six questions of a donor, answered in a line each."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from alima_site.delivery.reversing import reverse
from alima_site.portal.evidence.known import Known
from partners.models import LedgerRow

Measure = LedgerRow.Measure


class Question(NamedTuple):
    """What a donor asks; the short answer; where it stands with its sources."""

    question: str
    answer: str
    url: str
    where: str


def questions(known: Known) -> list[Question]:
    """The six questions, answered in a line each; the link leads to records and sources."""
    members, not_published = known.members, _("not published")
    years = [each.alliance_year for each in members if each.alliance_year]
    first = _("the first since %(year)s") % {"year": min(years)} if years else not_published
    names = ", ".join(str(country.name) for country in known.co_managed)
    money = [line for line in known.ledger if line.measure in (Measure.FUNDS, Measure.SHARE)]
    seats = known.facts.get("gov-local-seats")
    page = reverse("portal:model")
    return [
        Question(
            _("Who are the partners, and since when?"),
            f"{', '.join(each.acronym for each in members)} ({first})"
            if members
            else not_published,
            f"{page}#alliance",
            _("the partners"),
        ),
        Question(
            _("Which countries are co-managed?"),
            names or not_published,
            f"{page}#working-together",
            _("the evidence"),
        ),
        Question(
            _("Who sits in governance?"),
            str(seats.statement) if seats else not_published,
            f"{page}#dividing-power",
            _("the facts"),
        ),
        Question(
            _("How much money goes to local NGOs?"),
            _("see the ledger") if any(line.rows for line in money) else not_published,
            f"{page}#ledger",
            _("the ledger"),
        ),
        Question(
            _("What was achieved in a given country and year?"),
            _("patient statistics by country, year and indicator"),
            reverse("portal:explorer"),
            _("the statistics"),
        ),
        Question(
            _("What research came out of it?"),
            _("studies with their results, and what changed in care"),
            reverse("research:studies"),
            _("the studies"),
        ),
    ]
