"""Every public page in each language that it has whole, and when it last changed."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Max, QuerySet
from django.urls import NoReverseMatch
from django.utils.translation import override

from alima_site.delivery.reversing import reverse
from alima_site.editorial.languages import missing_names
from alima_site.editorial.models import Edition, Figure, FigureVersion, Indicator, Source
from alima_site.portal.models import Disagreement, StandingPage
from alima_site.portal.record_pages import RECORD_PAGES
from partners.models import (
    AllianceFact,
    Episode,
    LedgerRow,
    Partner,
    PartnershipPrinciple,
    Series,
    Voice,
)
from programs.models import CountryProgramme, PatientStatistic, Project
from research.models import Collaboration, PracticeChange, Publication, Study

# Pages that are no record's own, and what they list: they change with it.
LISTS: dict[str, list[Any]] = {
    "portal:home": [FigureVersion, CountryProgramme, Partner, Voice],
    "portal:model": [PartnershipPrinciple, LedgerRow],
    "portal:timeline": [AllianceFact, CountryProgramme, Partner, Study],
    "portal:about": [AllianceFact, Voice],
    "partners:list": [Partner],
    "programs:list": [CountryProgramme, Project],
    "research:home": [Collaboration, Study, Publication],
    "research:studies": [Study],
    "research:publications": [Publication],
    "portal:figures": [Figure, FigureVersion, Indicator],
    "portal:explorer": [PatientStatistic],
    "portal:corrections": [FigureVersion, PatientStatistic],
    "portal:disagreements": [Disagreement],
    "portal:sources": [Source],
    "portal:contact": [],
    "portal:privacy": [StandingPage],
    "portal:legal": [StandingPage],
    "portal:accessibility": [StandingPage],
}
# What the page of a record shows beside it, with the field that leads to the record.
SHOWN_WITH: dict[Any, list[tuple[Any, str]]] = {
    Figure: [(FigureVersion, "figure")],
    Indicator: [(PatientStatistic, "indicator")],
    CountryProgramme: [(PatientStatistic, "programme"), (Project, "programme")],
    Study: [(Publication, "study"), (PracticeChange, "study")],
    Series: [(Episode, "series")],
}
Moment = datetime.datetime


class Page(NamedTuple):
    # By language; a page without a language has one address, under "".
    urls: dict[str, str]
    changed: Moment | None


def pages() -> Iterator[Page]:
    latest: dict[Any, Moment] = {}
    records = list(_records(latest))
    for name, models in LISTS.items():
        if urls := _in_each_language(name):
            yield Page(urls, _latest(_newest(model, latest) for model in models))
    data_sets = [_newest(model, latest) for model in (PatientStatistic, FigureVersion)]
    yield Page({"": reverse("data")}, _latest(data_sets))
    yield from records
    for edition in _public_editions():
        yield Page(_addresses(edition), edition.begins_at)


def _records(latest: dict[Any, Moment]) -> Iterator[Page]:
    for model in dict.fromkeys(page.model for page in RECORD_PAGES.values()):
        beside = _shown_with(model)
        public: QuerySet = model.objects.published()
        for record in public.select_related(*getattr(model, "listed_with", ())):
            own = max(record.updated_at, record.publish_at or record.updated_at)
            latest[model] = max(own, latest.get(model, own))
            yield Page(_addresses(record), _latest([own, *beside[record.pk]]))


def _shown_with(model: Any) -> dict[int, list[Moment]]:
    found: dict[int, list[Moment]] = defaultdict(list)
    for other, field in SHOWN_WITH.get(model, ()):
        rows = other.objects.published().order_by().values_list(field)
        for key, changed in rows.annotate(changed=Max("updated_at")):
            found[key].append(changed)
    return found


def _newest(model: Any, latest: dict[Any, Moment]) -> Moment | None:
    if model not in latest:
        newest = model.objects.published().aggregate(at=Max("updated_at"))["at"]
        latest[model] = newest
    return latest[model]


def _latest(moments: Any) -> Moment | None:
    return max((moment for moment in moments if moment), default=None)


def _public_editions() -> list[Edition]:
    """Those whose page shows the value; of the others it only says that they are gone."""
    versions = set(FigureVersion.objects.published().values_list("pk", flat=True))
    return [
        edition
        for edition in Edition.objects.of_public_figures()
        if edition.version_id in versions and edition.source.is_published
    ]


def _addresses(record: Any) -> dict[str, str]:
    """In the languages in which the record is whole."""
    found = {}
    for code, _name in settings.LANGUAGES:
        if not missing_names(record, code):
            with override(code):
                found[code] = record.get_absolute_url()
    return found


def _in_each_language(name: str) -> dict[str, str]:
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            try:
                found[code] = reverse(name)
            except NoReverseMatch:
                return {}
    return found
