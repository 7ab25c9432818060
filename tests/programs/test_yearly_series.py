"""Which series by year a page draws, and how."""

from django.utils.translation import override

from programs.yearly_series import series_by_country, small_multiples, yearly_series
from tests.programs.unsaved import a_country, a_statistic, an_indicator


def rows_of(slug, *years, **given):
    indicator = an_indicator(slug)
    return [a_statistic(year, year, indicator=indicator, **given) for year in years]


def slugs(all_series):
    return [series.rows[0].indicator.slug for series in all_series]


def test_the_series_of_most_years_is_drawn_large():
    rows = [*rows_of("births", 2021, 2022), *rows_of("cases", 2010, 2011, 2012)]
    assert slugs([yearly_series(rows)]) == ["cases"]


def test_of_as_many_years_what_alima_began_with_is_drawn_large():
    rows = [*rows_of("births", 2021, 2022), *rows_of("sam_children", 2010, 2011)]
    assert slugs([yearly_series(rows)]) == ["sam_children"]


def test_of_as_many_years_the_later_go_first_and_then_the_address_word():
    rows = [*rows_of("b", 2010, 2011), *rows_of("a", 2010, 2011), *rows_of("late", 2011, 2012)]
    assert slugs([yearly_series(rows), *small_multiples(rows)]) == ["late", "a", "b"]


def test_one_year_is_no_series():
    rows = [*rows_of("cases", 2021), *rows_of("births", 2022)]
    assert yearly_series(rows) is None
    assert small_multiples(rows) == []
    assert series_by_country(rows) == []


def test_a_year_without_a_value_is_a_gap_and_never_zero():
    points = yearly_series(rows_of("cases", 2019, 2021)).drawn.points
    assert [(point.year, point.value) for point in points] == [
        (2019, 2019), (2020, None), (2021, 2021),
    ]  # fmt: skip


def test_the_rows_of_a_series_stand_in_the_order_of_its_years():
    series = yearly_series(rows_of("cases", 2021, 2019, 2020))
    assert [row.whole_year for row in series.rows] == [2019, 2020, 2021]


def test_a_point_says_how_sure_its_value_and_its_year_are():
    rows = rows_of("cases", 2020) + rows_of("cases", 2021, qualifier="about")
    rows[1].indicator, rows[1].period_basis = rows[0].indicator, "inferred"
    points = yearly_series(rows).drawn.points
    assert [(point.qualifier, point.inferred) for point in points] == [
        ("exact", False), ("about", True),
    ]  # fmt: skip


def test_each_country_has_its_own_series_over_the_same_years():
    chad, mali = a_country("chad"), a_country("mali")
    rows = rows_of("cases", 2019, 2020, programme=mali)
    rows += [a_statistic(7, y, indicator=rows[0].indicator, programme=chad) for y in (2021, 2022)]
    with override("en"):
        found = series_by_country(rows)
    assert [series.drawn.title for series in found] == ["mali: cases", "chad: cases"]
    assert [[point.year for point in series.drawn.points] for series in found] == [
        [2019, 2020, 2021, 2022]
    ] * 2


def test_a_title_names_no_country_where_there_is_one_only():
    with override("en"):
        (series,) = series_by_country(rows_of("cases", 2019, 2020, programme=a_country()))
    assert series.drawn.title == "cases"


def test_a_series_of_all_countries_says_so_beside_that_of_one():
    rows = rows_of("cases", 2019, 2020) + rows_of("births", 2019, 2020, programme=a_country("mali"))
    with override("en"):
        titles = [series.drawn.title for series in series_by_country(rows)]
    assert titles == ["All countries: cases", "mali: births"]


def test_the_series_of_another_reporter_can_be_asked_for():
    rows = rows_of("cases", 2019, 2020, reported_by="Others")
    assert series_by_country(rows) == []
    assert slugs(series_by_country(rows, "Others")) == ["cases"]
