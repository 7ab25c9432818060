"""The portal's own pages, which are no records: what they are called, what one looks for there."""

from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from alima_site.portal.search.documents import Document, Passage
from alima_site.portal.search.index import rows_of
from alima_site.portal.search.tables import SearchEntry, SearchWord

MODEL = "page"
# These are found as records: their texts are edited.
RECORDS = {"portal:privacy", "portal:legal", "portal:accessibility"}
PAGES = [
    (
        "portal:model",
        _("The partnership model"),
        _("alliance with local NGOs, principles, commitments"),
    ),
    (
        "portal:timeline",
        _("Timeline"),
        _("milestones, history, dates"),
    ),
    (
        "partners:list",
        _("Partners"),
        _("national medical NGOs of the alliance, local NGO, members"),
    ),
    (
        "programs:list",
        _("Country programmes"),
        _("countries, map, projects, where ALIMA works"),
    ),
    (
        "research:home",
        _("Research"),
        _("alliances, institutes, clinical research"),
    ),
    (
        "research:studies",
        _("Studies"),
        _("clinical trials, results"),
    ),
    (
        "research:publications",
        _("Publications"),
        _("scientific articles, journals, citations, BibTeX"),
    ),
    (
        "partners:series",
        _("Stronger Together"),
        _("films, episodes, videos"),
    ),
    (
        "portal:figures",
        _("Figures"),
        _("numbers, statistics, indicators, definitions"),
    ),
    (
        "portal:explorer",
        _("Explore the statistics"),
        _("filter by country, year and indicator, table"),
    ),
    (
        "portal:corrections",
        _("Corrections"),
        _("changed numbers, errors, history"),
    ),
    (
        "portal:disagreements",
        _("Where sources disagree"),
        _("contradictions"),
    ),
    (
        "portal:sources",
        _("Sources"),
        _("documents, annual reports, articles, references"),
    ),
    (
        "data",
        _("Open data"),
        _("download, CSV, Excel, JSON, HXL, licence"),
    ),
    (
        "portal:about",
        _("About ALIMA"),
        _("identity, governance, board, staff, budget, donors, offices"),
    ),
    (
        "portal:contact",
        _("Contact"),
        _("write to us, message, address"),
    ),
    (
        "portal:privacy",
        _("Privacy"),
        _("personal data, cookies"),
    ),
    (
        "portal:legal",
        _("Legal notice"),
        _("publisher, host, licence"),
    ),
    (
        "portal:accessibility",
        _("Accessibility"),
        _("accessibility statement, disability"),
    ),
]


@cache
def entries(language: str) -> list[tuple[SearchEntry, list[SearchWord]]]:
    """As those of records, of the pages there are."""
    found = []
    with override(language):
        for name, title, words in PAGES:
            if name in RECORDS:
                continue
            try:
                url = reverse(name)
            except NoReverseMatch:
                continue
            entry = SearchEntry(
                model=MODEL,
                language=language,
                kind=MODEL,
                slug=name,
                title=str(title),
                title_language=language,
                url=url,
                text=str(words),
                length=len(str(title).split()),
            )
            passages = [
                Passage(SearchWord.Place.WHOLE, str(title)),
                Passage(SearchWord.Place.NAME, str(title)),
                Passage(SearchWord.Place.TEXT, str(words)),
            ]
            found.append((entry, rows_of(Document(entry, passages))))
    return found
