"""What feed readers follow, in each language."""

from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.models import Correction


class CorrectionsFeed(Feed):
    """The latest corrections of published numbers: old, new and why."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("Corrections – ALIMA")

    def subtitle(self) -> str:
        return _("Published numbers that changed: what stood here, what stands here now, and why.")

    def link(self) -> str:
        return reverse("portal:corrections")

    def items(self) -> QuerySet[Correction]:
        return Correction.objects.select_related("content_type")[:50]

    def item_title(self, item: Any) -> str:
        return wording.labelled(item.label, str(item.field_name))

    def item_description(self, item: Any) -> str:
        old, new = (words or _("not published") for words in (item.old_words, item.new_words))
        said = _("Before: %(old)s. Now: %(new)s.") % {"old": old, "new": new}
        return f"{said} {item.reason}".strip()

    def item_link(self, item: Any) -> str:
        return f"{reverse('portal:corrections')}#c{item.pk}"

    def item_pubdate(self, item: Any) -> Any:
        return item.corrected_at

    item_updateddate = item_pubdate
