"""The partnership model with its evidence, and the history of the alliance."""

from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Exists, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.kept import kept, state_for
from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial.figure_tokens import by_code
from alima_site.editorial.models import FigureVersion
from alima_site.editorial.pages import Crumb, page_of
from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import OUTER, at_once, rows_of
from alima_site.editorial.tokens import remember
from alima_site.portal.evidence.commitments import FACTS, FIGURES, evidence
from alima_site.portal.evidence.donor_questions import questions
from alima_site.portal.evidence.known import Known
from alima_site.portal.forms import TimelineFilter
from alima_site.portal.timeline.events import events
from alima_site.portal.timeline.moments import moments, undated
from partners.ledger import lines, rows_by_partner
from partners.models import AllianceFact, Partner, PartnershipPrinciple
from programs.models import CountryProgramme, Project
from research.models import Collaboration

# The page shows as many; the lists have all.
PARTNERS, PROJECTS, EVENTS = 12, 12, 60
# Research alliances and institutes that the words of the page name, by slug.
NAMED = ["coral", "inserm-1219", "pac-ci", "anrs", "alerrt", "nih"]


@require_safe
def model(request: HttpRequest) -> HttpResponse:
    state = state_for(request)
    allies = rows_of(Collaboration.objects.for_index().filter(slug__in=NAMED))
    principles = list(PartnershipPrinciple.objects.for_page().annotate(allies=allies))
    known = all_known()
    proofs = evidence(known)
    for principle in principles:
        principle.proofs = proofs.get(principle.slug, [])  # type: ignore[attr-defined]
    return render(
        request,
        "portal/model.html",
        {
            "state": state,
            "crumbs": [Crumb(_("The model"))],
            "blocks": [
                (kind, list(group)) for kind, group in groupby(principles, attrgetter("kind"))
            ],
            "sources": {s: None for principle in principles for s in principle.public_sources},
            "members": known.members,
            "questions": questions(known),
            "ledger": known.ledger,
        },
    )


def number(records: QuerySet) -> Coalesce:
    """How many there are, beside each row of another query."""
    one = records.order_by().values(one=Value(1))
    return Coalesce(Subquery(one.annotate(n=Count("pk")).values("n")), 0)


@prepared
def first_partners() -> QuerySet:
    """The first to join, members of the alliance before the others, and what is counted."""
    public, projects = Partner.objects.published(), Project.objects.published_of_many()
    ties = Project.partners.through.objects.exclude(
        partner__in=Partner.objects.hidden().order_by().values("pk")
    )
    shared = projects.filter(Exists(ties.filter(project=OUTER)))
    own = projects.filter(partners=OUTER).order_by().values("partners").annotate(n=Count("pk"))
    return (
        public.with_sources()
        .with_logos()
        .with_ledger()
        .only_first(PARTNERS, public.members_first())
        .annotate(
            members_in_all=number(Partner.objects.published_of_many().members()),
            projects_in_all=number(projects),
            shared_in_all=number(shared),
            shared=Coalesce(Subquery(own.values("n")), 0),
        )
        .in_order_of_joining()
    )


@prepared
def countries_projects_facts() -> QuerySet:
    """The countries with a member, the latest projects that several partners share, the facts."""
    ties = Project.partners.through.objects.values("project").annotate(n=Count("partner"))
    several = ties.filter(n__gt=1).values("project")
    found = Project.objects.for_index().filter(pk__in=several).exclude(programme=None)
    slugs = [slug for some in FACTS.values() for slug in some]
    return at_once(
        countries=CountryProgramme.objects.for_index().with_sources().filter(with_member=True),
        projects=Project.objects.for_list().only_first(PROJECTS, found),
        facts=AllianceFact.objects.for_page().filter(slug__in=slugs),
    )


def all_known() -> Known:
    """What the evidence rests on; three queries."""
    (lists,) = countries_projects_facts()
    partners = list(first_partners())
    # All of them: the texts of the page name most.
    versions = FigureVersion.objects.published().with_sources().select_related("figure")
    figures = by_code(versions)
    remember("figure", figures)
    return Known(
        lists.countries,
        partners,
        lists.projects,
        {fact.slug: fact for fact in lists.facts},
        [figures[slug] for slug in FIGURES if slug in figures],
        lines(rows_by_partner(partners)),
    )


@require_safe
@reads(*TimelineFilter.base_fields, "page")
def history(request: HttpRequest) -> HttpResponse:
    """All that is dated, or what concerns one country or is of one kind."""
    state = state_for(request)
    dated = kept(moments, moments, state)
    form = TimelineFilter(request.GET, dated)
    page_obj = page_of(form.narrow(dated), request.GET.get("page"), EVENTS)
    return render(
        request,
        "portal/timeline.html",
        {
            "state": state,
            "crumbs": [Crumb(_("The model"), reverse("portal:model")), Crumb(_("Timeline"))],
            "form": form,
            "entries": [event.entry for event in events(page_obj)],
            "page_obj": page_obj,
            "query": form.query,
            "undated": kept(undated, undated, state),
        },
    )
