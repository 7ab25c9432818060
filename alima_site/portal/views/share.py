"""Pictures of share cards, made once for each content and kept by their digest."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import override
from django.views.decorators.http import require_safe

from alima_site.editorial.models import Figure
from alima_site.portal.record_pages import RECORD_PAGES
from alima_site.portal.share.cards import HOME, Card, Highlight, page_card, record_card
from alima_site.portal.share.picture import as_png
from alima_site.portal.views.home import HEADLINES, figures_by_code, headline
from programs.comparable_years import whole_years
from programs.fact_lists import highlight_figures
from programs.models import CountryProgramme
from programs.page_queries import STATISTICS, statistics_in

MODELS = {page.model._meta.model_name: page.model for page in RECORD_PAGES.values()}
FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def share_card(
    request: HttpRequest, language: str, kind: str, slug: str, digest: str
) -> HttpResponse:
    """404 unless these are the words the page has now: the address of a card never shows others."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with override(language):
        card = current_card(kind, slug)
    if card is None or card.digest != digest:
        raise Http404
    picture = cache.get_or_set(f"share-card-{digest}", lambda: as_png(card), timeout=None)
    return HttpResponse(
        picture,
        content_type="image/png",
        headers={"Cache-Control": FOR_EVER, "Cross-Origin-Resource-Policy": "cross-origin"},
    )


def current_card(kind: str, slug: str) -> Card | None:
    if kind == "page":
        name = slug.replace("-", ":", 1) if "-" in slug else slug
        return page_card(name, first_headline() if name == HOME else None)
    if kind not in MODELS:
        return None
    public: Any = MODELS[kind].objects.published()
    if MODELS[kind] is Figure:
        public = public.with_versions()
    record = get_object_or_404(public, slug=slug)
    return record_card(record, highlight_of(record))


def first_headline() -> Highlight | None:
    by_code = figures_by_code()
    return next((headline(by_code[code]) for code in HEADLINES if code in by_code), None)


def highlight_of(record: Any) -> Highlight | None:
    """As the country's page shows it first."""
    if not isinstance(record, CountryProgramme):
        return None
    statistics = whole_years(list(statistics_in(programme=record.pk)), STATISTICS)
    return next(iter(highlight_figures(statistics)), None)
