"""
What the styleguide puts into each component: words, names and numbers that are plainly
samples, so that none can be taken for a fact about ALIMA. All years lie before its time.
"""

from alima_site.portal.samples.figures import figure_samples
from alima_site.portal.samples.lists import list_samples
from alima_site.portal.samples.partnership import partnership_samples
from alima_site.portal.samples.records import record_samples
from alima_site.portal.samples.search import search_samples
from alima_site.portal.samples.texts import text_samples
from alima_site.portal.samples.words import Sample


def all_samples() -> list[Sample]:
    """A sample of each component, in the active language."""
    return [
        *text_samples(),
        *list_samples(),
        *figure_samples(),
        *record_samples(),
        *search_samples(),
        *partnership_samples(),
    ]
