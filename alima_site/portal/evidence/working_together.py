"""What shows that ALIMA and its partners work together: countries, members, shared projects."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alima_site.editorial import wording
from alima_site.portal.evidence.known import Known, members_in
from alima_site.portal.evidence.proofs import Link, Proof, first_sources
from programs.models import CountryProgramme


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
