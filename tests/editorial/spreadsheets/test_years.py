"""A year, as people write it; and it is not a day."""

import pytest

from alima_site.editorial.spreadsheets import Refused
from alima_site.editorial.spreadsheets.days import day, year


@pytest.mark.parametrize("written", [1900, 2100, 2024.0, "2024"])
def test_a_year_is_not_a_day(written):
    with pytest.raises(Refused, match="only a year"):
        day(written)


@pytest.mark.parametrize("written", [2024, "2024", " 2024 "])
def test_a_year_is_read(written):
    assert year(written) == 2024


@pytest.mark.parametrize("written", ["24", "1899", "2100", "2024-25", "2024.5", "20244", ""])
def test_what_is_no_year_of_our_time_is_refused(written):
    with pytest.raises(Refused, match="is not a year such as 2024"):
        year(written)
