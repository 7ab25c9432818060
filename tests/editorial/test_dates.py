import datetime

import pytest
from django.core.exceptions import ValidationError

from alima_site.editorial.dates import first_day, last_day, validate_partial_date


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)),
        ("2024-02", datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)),
        ("2024-02-27", datetime.date(2024, 2, 27), datetime.date(2024, 2, 27)),
    ],
)
def test_a_partial_date_covers_all_days_it_names(value, first, last):
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize(
    "value", ["24", "2024-13", "2024-02-30", "2024-2", "0000", "2024-02-27T10:00", "2024\n", "٢٠٢٤"]
)
def test_what_is_not_a_date_is_refused(value):
    with pytest.raises(ValidationError):
        validate_partial_date(value)
