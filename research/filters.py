"""What studies and publications can be narrowed by."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.filters import CountedFilterSet, Options, choice
from research.models import Collaboration, Publication, Study


def public_collaborations(prefix: str = "") -> Prefetch:
    return Prefetch(f"{prefix}collaborations", Collaboration.objects.published(), to_attr="allies")


def subjects(study: Any) -> Options:
    """What a study and its publications are both found by."""
    return {
        "disease": {t.slug: str(t.name) for t in study.diseases.all() if t.is_published},
        "collaboration": {ally.slug: str(ally.short_name) for ally in study.allies},
    }


def years_of(study: Study) -> range:
    """The years in which a study ran; one year where only its start or its end is known."""
    years = [int(date[:4]) for date in (study.start, study.end) if date]
    return range(min(years), max(years) + 1) if years else range(0)


class StudyFilter(CountedFilterSet):
    disease = choice(_("Disease"), _("all diseases"), "diseases__slug")
    country = choice(_("Country"), _("all countries"), "countries", lookup_expr="contains")
    collaboration = choice(_("Collaboration"), _("all collaborations"), "collaborations__slug")
    design = choice(_("Design"), _("all designs"), "design_kind")
    status = choice(_("Status"), _("any status"), "status_en")
    year = choice(_("Year"), _("all years"), method="in_year")

    def __init__(self, data: Mapping[str, str]) -> None:
        studies = Study.objects.for_list().prefetch_related("diseases", public_collaborations())
        super().__init__(data, studies)

    def options_of(self, record: Any) -> Options:
        return subjects(record) | {
            "country": {country.code: str(country.name) for country in record.countries},
            "design": {record.design_kind: record.get_design_kind_display()},
            "status": {record.status_en: str(record.status)} if record.status_en else {},
            "year": {str(year): str(year) for year in years_of(record)},
        }

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

    def __init__(self, data: Mapping[str, str]) -> None:
        publications = Publication.objects.for_list().prefetch_related(
            "study__diseases", public_collaborations("study__")
        )
        super().__init__(data, publications)

    def options_of(self, record: Any) -> Options:
        study, year = record.study, str(record.year or "")
        of_study: Options = {"disease": {}, "collaboration": {}, "study": {}}
        if study and study.is_published:
            of_study = subjects(study) | {"study": {study.slug: str(study.short_title)}}
        return of_study | {
            "kind": {record.kind: record.get_kind_display()},
            "year": {year: year} if year else {},
        }

    def of_studies(self, publications: QuerySet, name: str, value: str) -> QuerySet:
        """Of public studies only: a draft is no way to its publications."""
        return publications.filter(study__in=Study.objects.published().filter(**{name: value}))
