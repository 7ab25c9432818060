"""Samples of the components that show numbers: figures, drawings, tables."""

from decimal import Decimal
from types import SimpleNamespace

from django.utils.translation import gettext as _

from alima_site.editorial import wording
from alima_site.editorial.series import Part, Point, Series, Whole
from alima_site.portal.drawing import bars, networks, shares
from alima_site.portal.samples.records import statistic
from alima_site.portal.samples.words import FIRST_YEAR, HERE, Context, Sample, sentence, title, year


def figure_samples() -> list[Sample]:
    return [
        Sample("big_figure", [big_figure(1)]),
        Sample("figure_band", [{"figures": [big_figure(n) for n in (1, 2, 3, 4)]}]),
        Sample("share", [share(word, percent) for word, percent in SHARES.items()]),
        Sample(
            "share_of_200.svg",
            [shares.share_of_200(percent + 10, word) for word, percent in SHARES.items()],
        ),
        Sample("bar_series.svg", [bars.bar_series(series(1)), bars.bar_series(series(2, 15))]),
        Sample("small_multiples.svg", [bars.small_multiples(several_series())]),
        Sample("main_series", [{"series": several_series()[0]}]),
        Sample("series_table", [{"rows": several_series()[1].rows}]),
        Sample("value_count", [{"n": n} for n in (1, 12, 51)]),
        Sample("network.svg", [networks.network(institutes())]),
        Sample("share_of_whole.svg", [shares.share_of_whole(whole())]),
        Sample("statistics_table", [{"caption": title(6), "groups": [group(1), group(2)]}]),
    ]


SHARES = {"treat": Decimal("0.5"), "innovate": Decimal(25), "together": Decimal("66.5")}


def share(word: str, percent: Decimal) -> Context:
    value = wording.with_unit(percent, "%")
    return {"word": word, "percent": percent, "value": value, "text": sentence(), "url": HERE}


def big_figure(n: int) -> Context:
    return {
        "value": wording.number(1000 * n + 234),
        "label": title(n),
        "note": year(n),
        "qualifier": _("more than") if n == 2 else "",
        "url": HERE,
    }


def series(n: int, years: int = 8) -> Series:
    """Every kind of bar: exact, qualified, inferred, and years without a figure between them."""
    points = [Point(FIRST_YEAR + i, None) for i in range(years)]
    points[0] = Point(FIRST_YEAR, 1000 * n, "about", inferred=True)
    points[3] = Point(FIRST_YEAR + 3, 2500 * n, "more_than")
    points[4] = Point(FIRST_YEAR + 4, 1800 * n)
    points[-1] = Point(FIRST_YEAR + years - 1, 4000 * n)
    return Series(title(n), _("people"), points, HERE)


def several_series() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            drawn=series(n),
            rows=[
                statistic(i, value=point.value)
                for i, point in enumerate(series(n).points)
                if point.value
            ],
        )
        for n in (3, 4, 7)
    ]


def whole() -> Whole:
    parts = [
        Part(title(2), 900, wording.number(900), HERE),
        Part(title(3), 250, wording.number(250), HERE, _("year inferred")),
    ]
    return Whole(title(1), 2000, wording.number(2000), HERE, year(), parts)


def institutes() -> list[SimpleNamespace]:
    alliances = [SimpleNamespace(short_name=title(n)) for n in (4, 5, 6)]
    return [
        SimpleNamespace(record=SimpleNamespace(short_name=title(n)), alliances=alliances[:n])
        for n in (3, 2, 1)
    ]


def group(n: int) -> Context:
    other = statistic(n)
    rows = [
        statistic(n, period_remark=_("year inferred")),
        statistic(n + 2, disagreeing=[other]),
    ]
    return {"title": title(n), "url": HERE, "rows": rows}
