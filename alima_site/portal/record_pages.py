"""Which records have a page of their own, and under which name its view hands the record on."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.context import Context

from alima_site.editorial.models import Content, Figure, Indicator, Source, Topic
from partners.models import Episode, Partner, Series
from programs.models import CountryProgramme, Project
from research.models import Collaboration, Publication, Study


class RecordPage(NamedTuple):
    model: type[Content]
    variable: str


# By the name of the address.
RECORD_PAGES = {
    "partners:detail": RecordPage(Partner, "partner"),
    "partners:series": RecordPage(Series, "series"),
    "partners:episode": RecordPage(Episode, "episode"),
    "programs:country": RecordPage(CountryProgramme, "country"),
    "programs:project": RecordPage(Project, "project"),
    "programs:multi_country_project": RecordPage(Project, "project"),
    "research:collaboration": RecordPage(Collaboration, "collaboration"),
    "research:study": RecordPage(Study, "study"),
    "research:publication": RecordPage(Publication, "publication"),
    "portal:figure": RecordPage(Figure, "figure"),
    "portal:indicator": RecordPage(Indicator, "indicator"),
    "portal:topic": RecordPage(Topic, "topic"),
    "portal:source": RecordPage(Source, "source"),
}


def view_name(request: HttpRequest | None) -> str:
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else ""


def record_of(context: Context | dict[str, Any]) -> Any:
    """The record whose own page is being written; None on any other page."""
    page = RECORD_PAGES.get(view_name(context.get("request")))
    record = context.get(page.variable) if page else None
    return record if page and isinstance(record, page.model) else None
