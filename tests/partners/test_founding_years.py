"""The year a partner was founded: the work together begins no earlier; and that of the alliance."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from partners.models import AllianceFact, Partner
from partners.structured_data import founding_year


def partner(countries=(), **given):
    defaults = {"acronym": "MADE", "slug": "made", "country": "NE", "name_fr": "Fait"}
    made = Partner(**defaults | {"name_en": "Made", "kind": "alliance-member"} | given)
    made.countries = countries
    return made


def test_the_founding_year_comes_from_its_fact_alone():
    other = AllianceFact(slug="other", number=1999, unit="year")
    assert founding_year([other, AllianceFact(slug="founded", number=2009, unit="year")]) == "2009"
    assert founding_year([other]) == ""


@pytest.mark.parametrize(
    ("founded", "joined", "is_right"),
    [(2009, 2009, True), (2009, 2012, True), (None, 2012, True), (2009, None, True),
     (2012, 2011, False)],
)  # fmt: skip
def test_the_work_together_cannot_begin_before_the_founding(founded, joined, is_right, db):
    made = partner(founded_year=founded, alliance_year=joined)
    if is_right:
        made.validate_constraints()
        return
    with override("en"), pytest.raises(ValidationError, match="before the founding year"):
        made.validate_constraints()
