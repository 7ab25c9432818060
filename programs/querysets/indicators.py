"""How many values the lists of indicators speak of."""

from typing import Any

from alima_site.editorial.models import Indicator
from alima_site.editorial.prepared import this_moment
from alima_site.editorial.querysets import visible_of_many
from alima_site.editorial.related import OUTER, CountOf

# An indicator with more values than these has “more than” so many.
COUNTED = 50


def published_values() -> CountOf:
    """How many public values an indicator has, up to one more than are counted."""
    statistics: Any = Indicator._meta.get_field("statistics").related_model
    public = visible_of_many(statistics, this_moment())
    rows = statistics._base_manager.filter(public, indicator=OUTER).order_by()
    return CountOf(rows.values("pk")[: COUNTED + 1])
