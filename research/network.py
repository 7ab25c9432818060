"""Which institutes belong to which alliances: for a list, and for the drawing beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from research.models import Collaboration


@dataclass
class Institute:
    """One side of the network: an institute and the alliances it is a member of."""

    record: Collaboration
    alliances: list[Collaboration] = field(default_factory=list)


def network(collaborations: Iterable[Collaboration]) -> list[Institute]:
    """
    Members that have a public record of their own, those of most alliances
    first. Wants `with_members()`.
    """
    known = {collaboration.pk: collaboration for collaboration in collaborations}
    institutes: dict[int, Institute] = {}
    for alliance in known.values():
        for membership in alliance.memberships.all():
            if member := known.get(membership.institution_id or 0):
                found = institutes.setdefault(member.pk, Institute(member))
                if alliance not in found.alliances:
                    found.alliances.append(alliance)
    return sorted(institutes.values(), key=lambda i: (-len(i.alliances), i.record.slug))
