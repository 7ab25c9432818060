"""From which count on a number is shown: its indicator's word, or the usual one for people."""

import pytest

from alima_site.editorial.models import Indicator, threshold_of
from tests.factories import make_indicator

CASES = [
    ("people", None, 10),
    ("people", 20, 20),
    ("people", 0, 0),
    ("consultations", None, 0),
    ("consultations", 5, 5),
]


@pytest.mark.parametrize(("unit", "threshold", "smallest"), CASES)
def test_people_have_a_threshold_without_being_asked(unit, threshold, smallest):
    assert Indicator(unit=unit, threshold=threshold).smallest_shown == smallest


@pytest.mark.django_db
def test_the_database_holds_back_by_the_same_rule():
    made = [make_indicator(unit=unit, threshold=threshold) for unit, threshold, _n in CASES]
    found = Indicator.objects.annotate(smallest=threshold_of()).in_bulk([i.pk for i in made])
    assert [found[i.pk].smallest for i in made] == [smallest for _u, _t, smallest in CASES]
