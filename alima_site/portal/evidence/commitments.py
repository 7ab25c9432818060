"""The proofs of each commitment."""

from typing import Any

from django.utils.translation import ngettext

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.portal.evidence.known import Known
from alima_site.portal.evidence.proofs import Link, Proof, first_sources
from alima_site.portal.evidence.working_together import working_together
from partners.ledger import Line
from partners.models import AllianceFact, LedgerRow

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
