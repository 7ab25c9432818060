"""Every source, and what rests on it."""

from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.listing import ready_listing
from alima_site.editorial.models import Source, SourcedContent
from alima_site.editorial.pages import Crumb, Fact, known, or_not_published, page_of
from alima_site.editorial.prepared import prepared
from alima_site.portal.forms import SourceFilter
from programs.models import PatientStatistic

MOST = 8  # records of a kind


@require_safe
@reads(*SourceFilter.base_fields, "page")
def source_list(request: HttpRequest) -> HttpResponse:
    form = SourceFilter(request.GET)
    sources = form.narrow(Source.objects.published())
    kept = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    return render(
        request,
        "portal/source_list.html",
        {
            "crumbs": [Crumb(_("Sources"))],
            "form": form,
            "page_obj": page_of(sources, request.GET.get("page"), 40),
            "query": urlencode(kept),
        },
    )


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(Source.objects.published(), slug=slug)
    resting = resting_on(source)
    return render(
        request,
        "portal/source.html",
        {
            "crumbs": [Crumb(_("Sources"), reverse("portal:sources")), Crumb(source.title)],
            "source": source,
            "facts": source_facts(source),
            "resting": resting,
            "has_more": any(len(records) >= MOST for _name, records in resting),
        },
    )


def source_facts(source: Source) -> list[Fact]:
    published = wording.partial_date(source.published) if source.published else ""
    return known(
        Fact(_("Publisher"), source.publisher),
        Fact(_("Published"), or_not_published(published)),
        Fact(_("Read on"), wording.partial_date(source.consulted) if source.consulted else ""),
        Fact(_("Language"), source.get_language_display()),
        Fact(_("Address"), source.url, source.url),
    )


def _records_naming(key: Any) -> list[QuerySet]:
    return [
        model.objects.published().filter(pk__in=_keys(model, key))
        for model in apps.get_models()
        if issubclass(model, SourcedContent) and model is not PatientStatistic
    ]


def _keys(model: Any, key: Any) -> QuerySet:
    """Found along two indexes, which one condition with an “or” would not use."""
    own = model.objects.published().filter(source=key).order_by().values("pk")[:MOST]
    public = model.objects.published().order_by().values("pk")
    record = f"{model._meta.model_name}_id"
    further = model.further_sources.through.objects.filter(source=key, **{f"{record}__in": public})
    named = further.values(record)[:MOST]
    return model.objects.filter(Q(pk__in=own) | Q(pk__in=named)).order_by().values("pk")[:MOST]


_naming = ready_listing(_records_naming)


@prepared
def _counted(key: Any) -> QuerySet:
    found = PatientStatistic.objects.published().filter(pk__in=_keys(PatientStatistic, key))
    found = found.with_a_word_on_small_counts()
    return found.select_related(*PatientStatistic.listed_with)


def resting_on(source: Source) -> list[tuple[Any, list[Any]]]:
    """
    The public records of each kind that name this source, so many of each: one query, one for
    statistics.
    """
    # Statistics are shown with their values, as far as these are public.
    listed: list[Any] = [*_naming(key=source.pk), *_counted(key=source.pk)]
    groups = groupby(listed, key=lambda record: record._meta.verbose_name_plural)
    return [(name, list(records)) for name, records in groups]
