"""The search over five thousand records: what a question costs, whole page and all."""

import time

from alima_site.portal.search.index import rebuild
from alima_site.portal.search.searched import searched_models
from tests.multiply import multiply

RECORDS = 5_000
# One of a kind in the content files, or as many as there are countries.
FIXED = {"editorial.topic", "partners.series", "programs.countryprogramme"}
QUESTIONS = {
    "a word of many": "malnutrition",
    "a word of nearly all": "alima",
    "several words": "children treated for severe acute malnutrition niger 2022",
    "a name": "BEFEN",
    "a typing error": "malnutriton mirriah",
    "an identifier": "10.1186/s13690-016-0149-5",
    "nothing there": "zzzz",
}


def fill() -> int:
    """Copies of the real records until there are enough; the number of those in the index."""
    models = [m for m in searched_models() if m._meta.label_lower not in FIXED]
    total = sum(model.objects.count() for model in models)
    for model in models:
        multiply(model, -(-RECORDS // total))
    start = time.perf_counter()
    found = rebuild()
    print(f"  index of {found:,} records written anew in {time.perf_counter() - start:,.1f} s")
    return found
