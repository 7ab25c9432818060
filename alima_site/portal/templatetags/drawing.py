"""The drawings of portal/drawing/ as tags."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from alima_site.portal.drawing import bars, maps, networks, shares, strips

register = template.Library()


class Told:
    """What a drawing is made from: the same where it reads the same."""

    def __init__(self, *args: Any) -> None:
        self.args, self.words = args, repr(args)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Told) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)


def drawn_once(name: str, draw: Callable[..., dict[str, Any]]) -> None:
    """An inclusion tag that follows from its arguments alone: each drawing is written once."""

    @lru_cache(maxsize=300)
    def write(language: str, told: Told) -> str:
        return render_to_string(name, draw(*told.args))

    def tag(*args: Any) -> str:
        return write(get_language() or "", Told(*args))

    register.simple_tag(tag, name=draw.__name__)


drawn_once("components/share_of_200.svg.html", shares.share_of_200)
drawn_once("components/woven_strip.svg.html", strips.woven_strip)
drawn_once("components/bar_series.svg.html", bars.bar_series)
drawn_once("components/africa_map.svg.html", maps.africa_map)
drawn_once("components/country_map.svg.html", maps.country_map)

# These take records, which may have changed.
register.inclusion_tag("components/small_multiples.svg.html")(bars.small_multiples)
register.inclusion_tag("components/share_of_whole.svg.html")(shares.share_of_whole)
register.inclusion_tag("components/network.svg.html")(networks.network)

register.filter(shares.squares_of_200)
register.filter(maps.is_on_the_map)
