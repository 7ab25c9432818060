"""What filters of templates say of a value and of its period."""

import datetime
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import override


def shown(template, language="en", **context):
    with override(language):
        return Template(template).render(Context(context))


def statistic(**given):
    made = {"value": 1500, "qualifier": "exact", "indicator": SimpleNamespace(unit="people")}
    made["get_qualifier_display"] = lambda: "more than"
    return SimpleNamespace(**made | given)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (statistic(), "1,500"),
        (statistic(value=0), "0"),
        (statistic(qualifier="more_than"), "more than 1,500"),
        (statistic(figure=SimpleNamespace(unit="%"), value=50), "50%"),
        (statistic(value=None, withheld_words="fewer than ten"), "fewer than ten"),
    ],
)
def test_a_value_is_said_in_full_or_why_it_is_withheld(record, said):
    assert shown("{{ record|amount }}", record=record) == said


def test_a_number_that_is_not_known_is_an_empty_place():
    assert shown("{{ value|number }}", value=None) == ""
    assert shown("{{ value|number }}", value=0) == "0"
    assert shown("{{ value|partial_date }}", value="") == ""
    assert shown("{% period start end %}", start=None, end=None) == ""


def test_the_period_of_a_count_is_put_into_words():
    start, end = datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)
    record = SimpleNamespace(period_start=start, period_end=end)
    assert shown("{{ record|period_of }}", record=record) == "2023"
