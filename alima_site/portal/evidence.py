"""
What is known of each of the four commitments, and of a donor's six questions: each answer
with its records and sources, and what would be needed where nothing is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.models import FigureVersion
from alima_site.editorial.pages import by_name
from partners.ledger import Line
from partners.models import AllianceFact, LedgerRow, Partner
from programs.models import CountryProgramme

Measure = LedgerRow.Measure

# The facts that say something of a commitment, by slug, in the order of the page.
FACTS = {
    "working-together": ["model-cogestion", "mile-2009"],
    "sharing-funding": ["model-six", "funding-flex"],
    "dividing-power": ["gov-local-seats", "gov-strategy-meetings", "gov-board"],
    "responding-to-needs": ["staff-african", "env-partners"],
}
# The measures of the ledger that would prove it.
MEASURES = {
    "working-together": [Measure.PROJECTS],
    "sharing-funding": [Measure.FUNDS, Measure.TRAININGS, Measure.STEP],
    "dividing-power": [Measure.SEATS],
    "responding-to-needs": [Measure.SHARE],
}
# What the sector does, beside the promise to change it.
FIGURES = ["direct-funding", "allocated-funding", "grand-bargain-target", "localisation-level"]


class Link(NamedTuple):
    label: str
    url: str


@dataclass(frozen=True)
class Proof:
    """One thing that shows a commitment; without words it is not published, `needed` says what."""

    label: str
    words: str = ""
    links: list[Link] = field(default_factory=list)
    sources: list[Any] = field(default_factory=list)
    url: str = ""
    note: str = ""
    needed: Any = ""


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


def first_sources(records: Iterable[Any]) -> list[Any]:
    """The main public source of each, none twice."""
    return list(dict.fromkeys(s for record in records for s in record.public_sources[:1]))


def evidence(known: Known) -> dict[str, list[Proof]]:
    """The proofs of each commitment, by the slug of its principle."""
    found: dict[str, list[Proof]] = {slug: [] for slug in FACTS}
    found["working-together"] += working_together(known)
    found["responding-to-needs"] += [of_version(version) for version in known.versions]
    for slug, proofs in found.items():
        proofs += [of_fact(known.facts[fact]) for fact in FACTS[slug] if fact in known.facts]
        lines = {line.measure: line for line in known.ledger}
        proofs += [of_line(lines[measure]) for measure in MEASURES[slug]]
    return found


def working_together(known: Known) -> list[Proof]:
    proofs = [countries_proof(known.co_managed), partners_proof(known.members)]
    proofs.append(projects_proof(known))
    proofs += consortiums(known.projects)
    return proofs


def countries_proof(countries: list[Any]) -> Proof:
    links = [
        Link(
            wording.labelled(c.name, ", ".join(p.acronym for p in members_in(c))),
            c.get_absolute_url(),
        )
        for c in countries
    ]
    count = ngettext("%(n)s country", "%(n)s countries", len(countries)) % {"n": len(countries)}
    label = _("Countries co-managed with a local NGO")
    return Proof(label, count if countries else "", links, first_sources(countries))


def partners_proof(members: list[Any]) -> Proof:
    links = [Link(f"{each.acronym} ({since(each)})", each.get_absolute_url()) for each in members]
    n = members[0].members_in_all if members else 0
    count = ngettext("%(n)s local NGO", "%(n)s local NGOs", n) % {"n": n}
    label = _("Members of the alliance, and since when")
    return Proof(label, count if members else "", links, first_sources(members))


def since(partner: Any) -> str:
    if partner.alliance_year:
        return _("since %(start)s") % {"start": partner.alliance_year}
    return _("start not published")


def projects_proof(known: Known) -> Proof:
    """How many of the projects here were run with each partner; each number leads to the list."""
    links = []
    for partner in known.partners:
        if partner.shared:
            label = wording.labelled(partner.acronym, str(partner.shared))
            links.append(Link(label, f"{partner.get_absolute_url()}#projects"))
    words = _("%(shared)s of the %(all)s projects listed on this site") % {
        "shared": known.partners[0].shared_in_all if links else 0,
        "all": known.partners[0].projects_in_all if links else 0,
    }
    label = _("Projects run together, by partner")
    note = _("Each project names its own source.")
    return Proof(label, words if links else "", links, note=note)


def consortiums(projects: list[Any]) -> list[Proof]:
    """Countries in which several local NGOs share projects, with these."""
    found: dict[Any, list[Any]] = {}
    for project in projects:
        if project.programme and len(project.public_partners) > 1:
            found.setdefault(project.programme, []).append(project)
    return [consortium(country, shared) for country, shared in found.items()]


def consortium(country: CountryProgramme, projects: list[Any]) -> Proof:
    partners = {p.acronym: None for project in projects for p in project.public_partners}
    label = wording.labelled(_("Consortium"), str(country.name))
    links = [Link(str(project.name), project.get_absolute_url()) for project in projects]
    return Proof(label, " · ".join(["ALIMA", *partners]), links, first_sources(projects))


def of_fact(fact: AllianceFact) -> Proof:
    words = str(fact.statement)
    if fact.shown_value and fact.shown_value not in words:
        words = wording.labelled(fact.shown_value, words)
    return Proof(
        str(fact.label), words, sources=fact.public_sources,
        url=fact.get_absolute_url(), note=str(fact.note),
    )  # fmt: skip


def of_version(version: Any) -> Proof:
    words = wording.amount(
        version.value, version.figure.unit, version.qualifier, version.get_qualifier_display()
    )
    note = wording.printed_period(version)
    return Proof(
        str(version.figure.label), words, sources=version.public_sources,
        url=version.get_absolute_url(), note=note,
    )  # fmt: skip


def of_line(line: Line) -> Proof:
    """A measure of the ledger: its latest values, or what would be needed."""
    label = line.name[:1].upper() + line.name[1:]
    url = f"{reverse('portal:model')}#ledger"
    if not line.rows:
        return Proof(label, url=url, needed=line.needed)
    links = [Link(in_short(row), row.get_absolute_url()) for row in line.rows]
    count = ngettext("%(n)s published row", "%(n)s published rows", len(links)) % {"n": len(links)}
    return Proof(label, count, links, first_sources(line.rows), url)


def in_short(row: Any) -> str:
    """As in “BEFEN, 2023: EUR 1,200”; of a step, what it was."""
    return wording.labelled(f"{row.partner}, {row.year}", row.amount or str(row.text))


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
