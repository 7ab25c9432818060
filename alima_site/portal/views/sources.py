"""Every source, and what rests on it."""

from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.listing import in_one_query
from alima_site.editorial.models import Source, SourcedContent
from alima_site.editorial.pages import Crumb, Fact, known, or_not_published, page_of
from alima_site.portal.forms import SourceFilter
from programs.models import PatientStatistic


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
    return render(
        request,
        "portal/source.html",
        {
            "crumbs": [Crumb(_("Sources"), reverse("portal:sources")), Crumb(source.title)],
            "source": source,
            "facts": source_facts(source),
            "resting": resting_on(source),
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


def resting_on(source: Source) -> list[tuple[Any, list[Any]]]:
    """The public records of each kind that name this source: one query, one for statistics."""
    named = Q(source=source) | Q(further_sources=source)
    kinds = [
        model.objects.published().filter(named)
        for model in apps.get_models()
        if issubclass(model, SourcedContent) and model is not PatientStatistic
    ]
    # Statistics are shown with their values, as far as these are public.
    listed_with = PatientStatistic.listed_with
    counted = PatientStatistic.objects.published().filter(named).select_related(*listed_with)
    listed: list[Any] = [*in_one_query(kinds), *counted.distinct()]
    groups = groupby(listed, key=lambda record: record._meta.verbose_name_plural)
    return [(name, list(records)) for name, records in groups]
