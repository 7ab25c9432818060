"""Statistics without a database, as the queries of pages read them."""

import datetime
from itertools import count

from alima_site.editorial.models import Indicator, Source
from programs.models import CountryProgramme, PatientStatistic

number = count(1)


def an_indicator(slug="", **given):
    pk = next(number)
    slug = slug or f"indicator-{pk}"
    named = {"name_fr": f"{slug} (fr)", "name_en": slug, "unit": "people"}
    return Indicator(**{"pk": pk, "slug": slug} | named | given)


def a_country(slug="somewhere", **given):
    named = {"name_fr": f"{slug} (fr)", "name_en": slug}
    return CountryProgramme(**{"pk": next(number), "slug": slug} | named | given)


def a_statistic(value=100, year=2023, withheld="", **given):
    """Of a whole calendar year, as the public sees it."""
    pk = next(number)
    if year:
        period = {"start": datetime.date(year, 1, 1), "end": datetime.date(year, 12, 31)}
        given = {f"period_{name}": day for name, day in period.items()} | given
    if "indicator" not in given:
        given["indicator"] = an_indicator()
    source = Source(title="A source", slug="a-source", language="fr", state="published")
    row = PatientStatistic(**{"pk": pk, "slug": f"row-{pk}", "source": source} | given, value=value)
    row.further, row.whole_slug = [], ""
    row.disclose(withheld)
    return row


def yearly_rows(slug, *years, **given):
    """One indicator; the value of each year is its number."""
    indicator = an_indicator(slug)
    return [a_statistic(year, year, indicator=indicator, **given) for year in years]


def a_part(whole, value=40, **given):
    return a_statistic(value, subset_of_id=whole.pk, **given)
