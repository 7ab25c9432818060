"""Which series by year a page draws, and how."""

from programs.yearly_series import series_by_country, small_multiples, yearly_series
from tests.programs.unsaved import yearly_rows


def slugs(all_series):
    return [series.rows[0].indicator.slug for series in all_series]


def test_the_series_of_most_years_is_drawn_large():
    rows = [*yearly_rows("births", 2021, 2022), *yearly_rows("cases", 2010, 2011, 2012)]
    assert slugs([yearly_series(rows)]) == ["cases"]


def test_of_as_many_years_what_alima_began_with_is_drawn_large():
    rows = [*yearly_rows("births", 2021, 2022), *yearly_rows("sam_children", 2010, 2011)]
    assert slugs([yearly_series(rows)]) == ["sam_children"]


def test_of_as_many_years_the_later_go_first_and_then_the_address_word():
    rows = [
        *yearly_rows("b", 2010, 2011),
        *yearly_rows("a", 2010, 2011),
        *yearly_rows("late", 2011, 2012),
    ]
    assert slugs([yearly_series(rows), *small_multiples(rows)]) == ["late", "a", "b"]


def test_one_year_is_no_series():
    rows = [*yearly_rows("cases", 2021), *yearly_rows("births", 2022)]
    assert yearly_series(rows) is None
    assert small_multiples(rows) == []
    assert series_by_country(rows) == []


def test_a_year_without_a_value_is_a_gap_and_never_zero():
    points = yearly_series(yearly_rows("cases", 2019, 2021)).drawn.points
    assert [(point.year, point.value) for point in points] == [
        (2019, 2019), (2020, None), (2021, 2021),
    ]  # fmt: skip


def test_the_rows_of_a_series_stand_in_the_order_of_its_years():
    series = yearly_series(yearly_rows("cases", 2021, 2019, 2020))
    assert [row.whole_year for row in series.rows] == [2019, 2020, 2021]


def test_a_point_says_how_sure_its_value_and_its_year_are():
    rows = yearly_rows("cases", 2020) + yearly_rows("cases", 2021, qualifier="about")
    rows[1].indicator, rows[1].period_basis = rows[0].indicator, "inferred"
    points = yearly_series(rows).drawn.points
    assert [(point.qualifier, point.inferred) for point in points] == [
        ("exact", False), ("about", True),
    ]  # fmt: skip
