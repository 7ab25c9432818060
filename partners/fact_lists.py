"""The short facts beside the title of a partner, a series of films, an episode."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alima_site.editorial import wording
from alima_site.editorial.pages import Fact, known, or_not_published
from partners.models import Episode, Partner, Series


def partner_facts(partner: Partner) -> list[Fact]:
    """Of a partner of `for_page()`."""
    countries: Any = partner.countries  # type: ignore[attr-defined]
    country: Any = partner.country
    return known(
        Fact(_("Country"), str(country.name)),
        Fact(_("Kind"), partner.get_kind_display()),
        Fact(_("With ALIMA since"), or_not_published(partner.alliance_year)),
        Fact(_("Founded"), or_not_published(partner.founded_year)),
        *(Fact(_("Co-manages"), str(c.name), c.get_absolute_url()) for c in countries),
        Fact(_("Website"), partner.website, partner.website),
    )


def series_facts(series: Series, episodes: Sequence[Episode]) -> list[Fact]:
    first = series.first_release
    count = wording.number(len(episodes)) if episodes else ""
    return [
        Fact(_("Announced from"), or_not_published(first and wording.partial_date(first))),
        Fact(_("Episodes listed here"), count or _("none yet")),
    ]


def episode_facts(episode: Episode) -> list[Fact]:
    released = episode.release and wording.partial_date(episode.release)
    return [
        Fact(_("Released"), or_not_published(released)),
        Fact(_("With"), or_not_published(wording.listed(episode.speakers))),
        Fact(_("Length"), or_not_published(length(episode))),
        Fact(_("Captions"), or_not_published(", ".join(map(str, episode.captions)))),
    ]


def length(episode: Episode) -> str:
    minutes = episode.length
    return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes} if minutes else ""


def episode_entries(episodes: Sequence[Episode]) -> list[dict[str, Any]]:
    """The episodes as entries of a timeline."""
    return [
        {
            "date": wording.partial_date(episode.release) if episode.release else "",
            "kind": _("Episode %(number)s") % {"number": episode.number},
            "title": episode.title,
            "url": episode.get_absolute_url(),
            "text": wording.listed(";".join([episode.speakers, length(episode)])),
        }
        for episode in episodes
    ]
