"""Dates in the words of each language, as precise as they are known."""

import pytest
from django.utils.translation import override

from alima_site.editorial import wording


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-02", "février 2024", "February 2024"),
        ("2024-02-01", "1er\u00a0février 2024", "1\u00a0February 2024"),
        ("2024-02-27", "27\u00a0février 2024", "27\u00a0February 2024"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(value, french, english):
    with override("fr"):
        assert wording.partial_date(value) == french
    with override("en"):
        assert wording.partial_date(value) == english


def test_every_month_has_its_own_name_in_french():
    with override("fr"):
        said = [wording.partial_date(f"2024-{month:02}") for month in range(1, 13)]
    names = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    assert said == [f"{name} 2024" for name in names.split()]
