"""Series of several countries stand beside each other over the same years."""

from django.utils.translation import override

from programs.yearly_series import series_by_country
from tests.programs.unsaved import a_country, a_statistic, yearly_rows


def slugs(all_series):
    return [series.rows[0].indicator.slug for series in all_series]


def test_each_country_has_its_own_series_over_the_same_years():
    chad, mali = a_country("chad"), a_country("mali")
    rows = yearly_rows("cases", 2019, 2020, programme=mali)
    rows += [a_statistic(7, y, indicator=rows[0].indicator, programme=chad) for y in (2021, 2022)]
    with override("en"):
        found = series_by_country(rows)
    assert [series.drawn.title for series in found] == ["mali: cases", "chad: cases"]
    assert [[point.year for point in series.drawn.points] for series in found] == [
        [2019, 2020, 2021, 2022]
    ] * 2


def test_a_title_names_no_country_where_there_is_one_only():
    with override("en"):
        (series,) = series_by_country(yearly_rows("cases", 2019, 2020, programme=a_country()))
    assert series.drawn.title == "cases"


def test_a_series_of_all_countries_says_so_beside_that_of_one():
    rows = yearly_rows("cases", 2019, 2020) + yearly_rows(
        "births", 2019, 2020, programme=a_country("mali")
    )
    with override("en"):
        titles = [series.drawn.title for series in series_by_country(rows)]
    assert titles == ["All countries: cases", "mali: births"]


def test_the_series_of_another_reporter_can_be_asked_for():
    rows = yearly_rows("cases", 2019, 2020, reported_by="Others")
    assert series_by_country(rows) == []
    assert slugs(series_by_country(rows, "Others")) == ["cases"]
