"""What the home page and the page of a figure ask, ready to run."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from alima_site.editorial.models import Correction, Edition, Figure, FigureVersion
from alima_site.editorial.prepared import prepared
from alima_site.editorial.related import OUTER, at_once, rows_of
from partners.models import Partner, Series, Voice
from research.models import Collaboration

# What the home page shows, by code; a figure that is not public is left out.
HEADLINES = ["patients-total", "countries", "research-total", "research-share"]
CONCERNS = {"treat": "unmet-needs", "innovate": "trials-in-africa", "together": "direct-funding"}
RESEARCH_ALLIES = ["coral", "alerrt", "nih"]
MEMBERS = 12
VOICE = "maidadji-1"


@prepared
def home_versions() -> Any:
    codes = [*HEADLINES, *CONCERNS.values()]
    public = FigureVersion.objects.published().filter(figure__slug__in=codes)
    # All versions only of a figure of which none is current.
    current = FigureVersion.objects.published().filter(figure=OuterRef("figure"), is_current=True)
    versions = public.filter(Q(is_current=True) | ~Exists(current))
    return versions.select_related("figure").newest_first()


@prepared
def home_members() -> Any:
    """The first to join; the list of partners has all."""
    partners = Partner.objects.published()
    first = partners.with_logos().only_first(MEMBERS, partners.members())
    return first.in_order_of_joining()


@prepared
def home_lists() -> Any:
    return at_once(
        allies=Collaboration.objects.published().filter(slug__in=RESEARCH_ALLIES),
        series=Series.objects.published(),
        voices=Voice.objects.for_page().filter(slug=VOICE),
    )


@prepared
def figures_compared_with(slug: Any) -> Any:
    """The figure of this code and all of its group, with the corrections of public versions."""
    group = Figure.objects.published().filter(slug=slug).values("group")
    versions = FigureVersion.objects.published().filter(figure=OuterRef(OUTER))
    corrected = Correction.objects.of_kind(FigureVersion, versions.values("pk"))
    figures = Figure.objects.published().with_versions().filter(group__in=group)
    return figures.annotate(corrected=rows_of(corrected))


@prepared
def editions_of(figure: Any) -> Any:
    return Edition.objects.of_public_figures().filter(figure=figure)
