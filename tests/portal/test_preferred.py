"""What was decided on a disagreement: named only where the public may see the record."""

import pytest
from django.core.exceptions import ValidationError

from alima_site.editorial.models import FigureVersion
from alima_site.portal.models import Disagreement
from programs.models import PatientStatistic

SHOWN, HIDDEN = {"state": "published"}, {"state": "draft"}


@pytest.mark.parametrize(
    ("name", "model"),
    [("preferred_version", FigureVersion), ("preferred_statistic", PatientStatistic)],
)
def test_a_preferred_record_is_named_while_it_is_public(name, model):
    shown, hidden = model(pk=1, **SHOWN), model(pk=2, **HIDDEN)
    assert Disagreement(**{name: shown}).preferred is shown
    assert Disagreement(**{name: hidden}).preferred is None


def test_where_nothing_is_preferred_nothing_is_named():
    assert Disagreement().preferred is None


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        ({"status": "preferred"}, "status"),
        (
            {"status": "preferred", "preferred_version_id": 1, "preferred_statistic_id": 1},
            "status",
        ),
        ({"status": "preferred", "preferred_version_id": 1}, "reason_fr"),
        ({"status": "preferred", "preferred_version_id": 1, "reason_fr": "Car"}, "reason_en"),
        ({"status": "open", "preferred_statistic_id": 1}, "status"),
        ({"status": "both stand", "preferred_version_id": 1}, "status"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused_at_its_field(decision, field):
    with pytest.raises(ValidationError) as refused:
        Disagreement(**decision).clean()
    assert list(refused.value.message_dict) == [field]


def test_a_decision_with_its_record_and_its_reason_in_both_languages_is_whole():
    decision = {"status": "preferred", "preferred_version_id": 1}
    Disagreement(reason_fr="Car", reason_en="Because", **decision).clean()


@pytest.mark.parametrize("status", ["open", "both stand"])
def test_without_a_preferred_record_no_reason_is_asked(status):
    Disagreement(status=status).clean()
