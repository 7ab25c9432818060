"""What charts draw: yearly values, wholes with their parts; and how numbers are shortened."""

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from alima_site.editorial.typography import NARROW
from alima_site.editorial.wording import is_french, number

# What stands before a value above its bar.
MARKS = {"about": "≈", "nearly": "≈", "more_than": ">"}


@dataclass(frozen=True)
class Point:
    """One year of a series. A value of None is a year without a published figure, never zero."""

    year: int
    value: Decimal | int | None
    qualifier: str = "exact"
    inferred: bool = False

    @property
    def label(self) -> str:
        """The value as it stands above its bar: ≈40k, in French ≈40 k."""
        if self.value is None:
            return ""
        return MARKS.get(self.qualifier, "") + abbreviated(self.value)

    @property
    def sentence(self) -> str:
        """The point in words, for a reader who does not see the bar."""
        if self.value is None:
            return _("%(year)s: not published") % {"year": self.year}
        wording = {
            "about": _("%(year)s: about %(value)s"),
            "more_than": _("%(year)s: more than %(value)s"),
            "nearly": _("%(year)s: nearly %(value)s"),
        }.get(self.qualifier, _("%(year)s: %(value)s"))
        said = wording % {"year": self.year, "value": number(self.value)}
        return _("%(sentence)s (year inferred)") % {"sentence": said} if self.inferred else said


@dataclass(frozen=True)
class Series:
    """The yearly values of one indicator at one place, in the order of the years."""

    title: str
    unit: str
    points: list[Point] = field(default_factory=list)
    # Where what is counted is defined; empty for none.
    url: str = ""

    @property
    def published(self) -> list[Point]:
        """The points that have a value."""
        return [point for point in self.points if point.value is not None]

    @property
    def highest(self) -> Decimal:
        """The largest value; one when there is none above zero, so that it can divide."""
        values = [Decimal(point.value or 0) for point in self.published]
        return max(values, default=Decimal(0)) or Decimal(1)

    @property
    def has_gaps(self) -> bool:
        return any(point.value is None for point in self.points)

    @property
    def has_inferred(self) -> bool:
        return any(point.inferred for point in self.points)


@dataclass(frozen=True)
class Part:
    """A published part of a whole; `amount` is its value in words, `remark` what to know of it."""

    title: str
    value: Decimal | int
    amount: str
    url: str
    remark: str = ""


@dataclass(frozen=True)
class Whole:
    """
    A published value with its published parts. Parts of one whole may overlap: each
    is compared with the whole, never with another part, and none are added.
    """

    title: str
    value: Decimal | int
    amount: str
    url: str
    note: str = ""
    parts: list[Part] = field(default_factory=list)

    def comparison(self, part: Part) -> str:
        """The part and the whole as they were published: “9,448 of 47,269”."""
        return _("%(part)s of %(whole)s") % {"part": part.amount, "whole": self.amount}

    def per_cent(self, part: Part) -> Decimal:
        """How far the part reaches along a bar of the whole, from 0 to 100; drawn, never said."""
        if not self.value:
            return Decimal(0)
        return min(Decimal(100), Decimal(part.value) / Decimal(self.value) * 100)


def abbreviated(value: Decimal | int) -> str:
    """The value in at most four signs: 850, 1.2k, 113k, 1.1M; in French 1,2 k and 1,1 M."""
    amount, space = Decimal(value), NARROW if is_french() else ""
    if (small := amount.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)) < 1000:
        return number(small)
    if (thousands := leading_digits(amount / 1000)) < 1000:
        return f"{number(thousands)}{space}k"
    return f"{number(leading_digits(amount / 1_000_000))}{space}M"


def leading_digits(value: Decimal) -> Decimal:
    """One decimal below ten, whole numbers above: 1.2, 40, 113."""
    step = Decimal("0.1") if value < 10 else Decimal(1)
    return value.quantize(step, rounding=ROUND_HALF_UP)
