"""What feed readers follow, in each language."""

import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.models import Correction, Edition, FigureVersion
from partners.models import Episode
from research.models import Study

LATEST = 50


class Entry(NamedTuple):
    """What is new: a figure, a correction, a study, an episode."""

    kind: str
    title: str
    text: str
    url: str
    at: datetime.datetime


class NewsFeed(Feed):
    """What is new on the portal, the latest first, in the language of the address."""

    feed_type = Atom1Feed
    author_name = "ALIMA"

    def title(self) -> str:
        return _("News of the portal – ALIMA")

    def subtitle(self) -> str:
        return _("New figures, corrections, studies and episodes.")

    def link(self) -> str:
        return reverse("portal:home")

    def items(self) -> list[Entry]:
        found = [*new_figures(), *corrections(), *studies(), *episodes()]
        return sorted(found, key=attrgetter("at", "url"), reverse=True)[:LATEST]

    def item_title(self, item: Any) -> str:
        return wording.labelled(item.kind, item.title)

    def item_description(self, item: Any) -> str:
        return item.text

    def item_link(self, item: Any) -> str:
        return item.url

    def item_categories(self, item: Any) -> list[str]:
        return [item.kind]

    def item_pubdate(self, item: Any) -> datetime.datetime:
        return item.at

    item_updateddate = item_pubdate


def new_figures() -> list[Entry]:
    """Values that became public, as they stood then."""
    public = FigureVersion.objects.published()
    editions = Edition.objects.of_public_figures().filter(version__in=public)
    return [
        Entry(
            _("Figure"),
            str(edition),
            wording.labelled(edition.source.publisher, edition.source.title),
            edition.get_absolute_url(),
            edition.begins_at,
        )
        for edition in editions.order_by("-begins_at", "-pk")[:LATEST]
        if edition.source.is_published
    ]


def corrections() -> list[Entry]:
    return [
        Entry(
            _("Correction"),
            said_shortly(each),
            said_in_full(each),
            address(each),
            each.corrected_at,
        )
        for each in latest_corrections()
    ]


def studies() -> list[Entry]:
    return [
        Entry(
            _("Study"),
            f"{s.short_title} – {s.title}",
            str(s.main_result),
            s.get_absolute_url(),
            at(s),
        )
        for s in Study.objects.published().order_by("-updated_at", "slug")[:LATEST]
    ]


def episodes() -> list[Entry]:
    public = Episode.objects.published().select_related("series")
    return [
        Entry(_("Episode"), str(e), str(e.series.title), e.get_absolute_url(), at(e))
        for e in public.order_by("-updated_at", "slug")[:LATEST]
    ]


def at(record: Any) -> datetime.datetime:
    """When the record as it is now became public."""
    return max(record.updated_at, record.publish_at or record.updated_at)


def latest_corrections() -> QuerySet[Correction]:
    return Correction.objects.select_related("content_type")[:LATEST]


def said_shortly(correction: Any) -> str:
    return wording.labelled(correction.label, str(correction.field_name))


def said_in_full(correction: Any) -> str:
    words = (correction.old_words, correction.new_words)
    old, new = (each or _("not published") for each in words)
    said = _("Before: %(old)s. Now: %(new)s.") % {"old": old, "new": new}
    return f"{said} {correction.reason}".strip()


def address(correction: Any) -> str:
    return f"{reverse('portal:corrections')}#c{correction.pk}"


class CorrectionsFeed(Feed):
    """The latest corrections of published numbers: old, new and why."""

    feed_type = Atom1Feed
    author_name = "ALIMA"

    def title(self) -> str:
        return _("Corrections – ALIMA")

    def subtitle(self) -> str:
        return _("Published numbers that changed: what stood here, what stands here now, and why.")

    def link(self) -> str:
        return reverse("portal:corrections")

    def items(self) -> QuerySet[Correction]:
        return latest_corrections()

    def item_title(self, item: Any) -> str:
        return said_shortly(item)

    def item_description(self, item: Any) -> str:
        return said_in_full(item)

    def item_link(self, item: Any) -> str:
        return address(item)

    def item_pubdate(self, item: Any) -> datetime.datetime:
        return item.corrected_at

    item_updateddate = item_pubdate
