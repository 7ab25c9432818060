"""Days as people write them."""

import pytest
from django.utils.translation import override

from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.days import day


@pytest.mark.parametrize(
    "written",
    [
        "3/8/2024", "03-08-2024", "3.8.2024", "2024-08-03", "2024/8/3", " 2024-08-03 ",
        "2024-08-03 00:00:00", "2024-08-03T00:00", "3 août 2024", "3 August 2024", "3 Aug. 2024",
    ],
)  # fmt: skip
def test_a_day_is_read_with_the_day_before_the_month(written):
    assert day(written) == "2024-08-03"


def test_the_first_of_a_month_is_called_first_in_french():
    assert day("1er février 2024") == "2024-02-01"


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("5 janv. 2024", "01"), ("5 févr. 2024", "02"), ("5 avr. 2024", "04"),
        ("5 juil. 2024", "07"), ("5 sept. 2024", "09"), ("5-Jun-2024", "06"), ("5 Dec 2024", "12"),
    ],
)  # fmt: skip
def test_a_month_is_known_by_its_start_as_excel_shortens_it(written, month):
    assert day(written) == f"2024-{month}-05"


@pytest.mark.parametrize("written", ["5 jui 2024", "5 se 2024", "5 d 2024"])
def test_a_start_that_may_mean_two_months_or_hardly_one_is_refused(written):
    with pytest.raises(Refused, match="is not a date"):
        day(written)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_months_are_known_in_both_languages_whatever_the_reader_speaks(language):
    with override(language):
        assert day("31 décembre 2024") == day("31 December 2024") == "2024-12-31"


@pytest.mark.parametrize("written", ["12/31/2024", "2024-31-12", "12.13.2024"])
def test_a_month_before_the_day_is_noticed_where_it_can_be(written):
    with pytest.raises(Refused, match="Write the day before the month"):
        day(written)


@pytest.mark.parametrize("written", ["30/02/2024", "2023-02-29", "0/1/2024", "31/31/2024"])
def test_a_day_has_to_be_in_the_calendar(written):
    with pytest.raises(Refused, match="not a day of the calendar"):
        day(written)


def test_two_digits_are_no_year():
    with pytest.raises(Refused, match="four digits"):
        day("31/12/24")


@pytest.mark.parametrize("written", [45292, "45292", "45292,5", 1899, 2101])
def test_the_bare_number_of_a_day_in_excel_is_refused(written):
    with pytest.raises(Refused, match="Format the cell as a date"):
        day(written)


def test_a_month_is_not_a_whole_day():
    with pytest.raises(Refused, match="not a whole day"):
        day("2024-08")


@pytest.mark.parametrize("written", ["", "hier", "3 brumaire 2024", "2024-08-03 14:30", "3/8"])
def test_what_is_no_date_is_shown_how_to_write_one(written):
    with pytest.raises(Refused, match=r"is not a date\. Write it as 31/12/2024"):
        day(written)
