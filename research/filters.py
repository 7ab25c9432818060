"""What studies and publications can be narrowed by."""

from collections.abc import Mapping
from functools import partial, reduce
from operator import and_
from typing import Any

from django.db.models import CharField, F, Q, QuerySet
from django.db.models.functions import Cast, Left
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from alima_site.editorial.filters import CountedFilterSet, Facet, choice, named
from alima_site.editorial.models import Topic
from research.models import Collaboration, Publication, Study


def subjects(study: str = "") -> dict[str, Facet]:
    """What a study, and its publications as long as it is public, are both found by."""
    facets = {}
    for name, relation, model, column in (
        ("disease", "diseases", Topic, "name"),
        ("collaboration", "collaborations", Collaboration, "short_name"),
    ):
        path = f"{study}__{relation}" if study else relation
        columns = (f"{path}__slug", f"{path}__{column}_fr", f"{path}__{column}_en")
        ties = [(model, path), (Study, study)] if study else [(model, path)]
        facets[name] = Facet(columns, named, partial(all_public, ties))
    return facets


def all_public(ties: list[tuple[Any, str]]) -> Q:
    return reduce(and_, (of_public(model, path) for model, path in ties))


def of_public(model: Any, path: str) -> Q:
    return Q(**{f"{path}__in": model.objects.published()})


def of_countries(codes: str, *_rest: str) -> dict[str, str]:
    return {code: str(countries.name(code)) for code in codes.split(",") if code}


def of_design(kind: str, *_rest: str) -> dict[str, str]:
    return {kind: str(Study.DesignKind(kind).label)}


def of_status(english: str, french: str, *_rest: str) -> dict[str, str]:
    return named(english, french, english)


def of_kind(kind: str, *_rest: str) -> dict[str, str]:
    return {kind: str(Publication.Kind(kind).label)}


def of_year(year: str | None, *_rest: str) -> dict[str, str]:
    return {year: year} if year else {}


def of_years(start: str, end: str, *_rest: str) -> dict[str, str]:
    """The years in which a study ran; one year where only its start or its end is known."""
    years = [int(year) for year in (start, end) if year]
    return {str(y): str(y) for y in range(min(years), max(years) + 1)} if years else {}


class StudyFilter(CountedFilterSet):
    disease = choice(_("Disease"), _("all diseases"), "diseases__slug")
    country = choice(_("Country"), _("all countries"), "countries", lookup_expr="contains")
    collaboration = choice(_("Collaboration"), _("all collaborations"), "collaborations__slug")
    design = choice(_("Design"), _("all designs"), "design_kind")
    status = choice(_("Status"), _("any status"), "status_en")
    year = choice(_("Year"), _("all years"), method="in_year")

    facets = subjects() | {
        "country": Facet(("countries",), of_countries),
        "design": Facet(("design_kind",), of_design),
        "status": Facet(("status_en", "status_fr"), of_status),
        "year": Facet((Left("start", 4), Left("end", 4)), of_years),
    }

    def __init__(self, data: Mapping[str, str]) -> None:
        super().__init__(data, Study.objects.published().order_by("-start", "slug"))

    def in_year(self, studies: QuerySet, name: str, year: str) -> QuerySet:
        return studies.filter(
            Q(start__startswith=year)
            | Q(end__startswith=year)
            | Q(start__gt="", start__lte=year, end__gte=year)
        )


class PublicationFilter(CountedFilterSet):
    disease = choice(_("Disease"), _("all diseases"), "diseases__slug", method="of_studies")
    collaboration = choice(
        _("Collaboration"), _("all collaborations"), "collaborations__slug", method="of_studies"
    )
    study = choice(_("Study"), _("all studies"), "slug", method="of_studies")
    kind = choice(_("Kind"), _("all kinds"))
    year = choice(_("Year"), _("all years"))

    facets = subjects("study") | {
        "study": Facet(
            ("study__slug", "study__short_title_fr", "study__short_title_en"),
            named,
            partial(of_public, Study, "study"),
        ),
        "kind": Facet(("kind",), of_kind),
        "year": Facet((Cast("year", CharField()),), of_year),
    }

    def __init__(self, data: Mapping[str, str]) -> None:
        latest = (F("year").desc(nulls_last=True), "-published", "slug")
        super().__init__(data, Publication.objects.published().order_by(*latest))

    def of_studies(self, publications: QuerySet, name: str, value: str) -> QuerySet:
        """Of public studies only: a draft is no way to its publications."""
        return publications.filter(study__in=Study.objects.published().filter(**{name: value}))
