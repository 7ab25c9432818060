"""What a share card says of a page: its title, a figure where there is one, the woven band."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial import wording
from alima_site.editorial.models import Figure, Indicator, Source, Topic
from alima_site.portal.search.pages import PAGES
from partners.models import Episode, Partner
from programs.models import CountryProgramme, Project
from research.models import Collaboration, Publication, Study

# As base.html says it of a page that says nothing of its own.
DESCRIPTION = gettext_lazy(
    "An alliance of African medical NGOs and research institutes. "
    "Every figure on this site links to its source."
)
# Another drawing needs other addresses: raise it when picture.py changes what it draws.
DRAWING = 1
HOME = "portal:home"
Highlight = dict[str, Any]
# The texts that sum a record up, the best first.
SUMMARIES = ("summary", "role", "main_result", "role_of_alima", "definition", "note")
COUNT = re.compile(r"(\d[\d\s.,]*)\s+(.+)")


@dataclass(frozen=True)
class Card:
    """The words of a card, in one language. `strip` gives the band its rhythm."""

    title: str
    strip: str
    eyebrow: str = ""
    subtitle: str = ""
    value: str = ""
    caption: str = ""
    language: str = ""

    @property
    def digest(self) -> str:
        """The same words in the same drawing have the same digest."""
        text = json.dumps([DRAWING, *asdict(self).values()])
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def alt(self) -> str:
        """What a reader who does not see the picture is told."""
        value = f"{self.value} {self.caption}".strip()
        parts = ("ALIMA", self.title, self.subtitle, value)
        return ". ".join(part.rstrip(".") for part in parts if part)

    def address(self, kind: str, slug: str) -> str:
        return reverse("share_card", args=[self.language, kind, slug, self.digest])


def make(**words: Any) -> Card:
    plain = {name: str(value or "") for name, value in words.items()}
    plain["eyebrow"] = capfirst(plain.get("eyebrow", ""))
    return Card(**plain, language=get_language() or "fr")


def page_card(name: str, highlight: Highlight | None = None) -> Card | None:
    """Of a page that is no record's own, by the name of its address."""
    if name == HOME:
        words = " ".join([_("Treat") + ".", _("Innovate") + ".", _("Together") + "."])
        return make(title=words, strip="alima", **figure_words(highlight))
    title = next((str(title) for page, title, _words in PAGES if page == name), "")
    return make(title=title, subtitle=DESCRIPTION, strip=name) if title else None


def record_card(record: Any, highlight: Highlight | None = None) -> Card:
    """Of the page of a record; a country has a highlight of its statistics."""
    words: dict[str, Any] = {"title": record, "strip": record.slug}
    if record._meta.model in WORDS:
        words |= WORDS[record._meta.model](record)
    return make(**words | figure_words(highlight))


def figure_words(highlight: Highlight | None) -> dict[str, str]:
    if not highlight:
        return {}
    caption = ", ".join(filter(None, [highlight["label"], highlight["note"]]))
    return {"value": qualified(highlight["qualifier"], highlight["value"]), "caption": caption}


def qualified(qualifier: str, value: str) -> str:
    """“more than 13 million”: a figure is never larger on a card than it is on its page."""
    return f"{qualifier} {value}".strip()


def summary_of(record: Any) -> str:
    """A sentence of the record for the description of its page; empty when it has none."""
    found = (str(getattr(record, name, "")) for name in SUMMARIES)
    return next((text for text in found if text), "")


def partner(record: Partner) -> dict[str, Any]:
    since = {"value": record.alliance_year, "caption": _("with ALIMA since")}
    words = {"eyebrow": record.get_kind_display(), "subtitle": record.name}
    return words | (since if record.alliance_year else {})


def figure(record: Figure) -> dict[str, Any]:
    words: dict[str, Any] = {"eyebrow": record.get_theme_display(), "title": record.label}
    if version := record.current:
        value = wording.with_unit(version.value, record.unit)
        words["value"] = qualified(version.shown_qualifier, value)
        words["caption"] = wording.printed_period(version)
    return words


def project(record: Project) -> dict[str, Any]:
    where = record.programme.name if record.programme else _("several countries")
    when = wording.period(record.start, record.end) if record.start or record.end else ""
    return {"eyebrow": _("Project"), "subtitle": " · ".join(filter(None, [str(where), when]))}


def study(record: Study) -> dict[str, Any]:
    words: dict[str, Any] = {"eyebrow": _("Study"), "subtitle": record.title}
    if counted := COUNT.fullmatch(str(record.participants)):
        words |= {"value": counted[1].strip(), "caption": counted[2]}
    return words


def publication(record: Publication) -> dict[str, Any]:
    said = ", ".join(filter(None, [record.journal, str(record.year or "")]))
    return {"eyebrow": record.get_kind_display(), "subtitle": said}


def collaboration(record: Collaboration) -> dict[str, Any]:
    return {"eyebrow": record.get_kind_display(), "subtitle": record.full_name}


WORDS: dict[Any, Any] = {
    Partner: partner,
    Figure: figure,
    Project: project,
    Study: study,
    Publication: publication,
    Collaboration: collaboration,
    CountryProgramme: lambda record: {"eyebrow": _("Country programme")},
    Indicator: lambda record: {"eyebrow": _("Indicator")},
    Topic: lambda record: {"eyebrow": _("Topic")},
    Episode: lambda record: {"eyebrow": record.series, "title": record.title},
    Source: lambda record: {
        "eyebrow": _("Source"),
        "title": record.title,
        "subtitle": record.publisher,
    },
}
