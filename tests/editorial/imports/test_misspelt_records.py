"""A name that no record has is offered the code of the nearest one."""

import pytest

from alima_site.editorial.imports.records import Records
from alima_site.editorial.spreadsheets import Refused
from tests.editorial.imports.places import read


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("nigerr", "niger"),
        ("Republique du Nigr", "niger"),
        ("NIGERIAA", "nigeria"),
        ("MALI-3", "mali-2"),
    ],
)
def test_a_misspelt_record_is_offered_the_code_of_the_nearest(written, near):
    with pytest.raises(Refused, match=f"did you mean “{near}”"):
        read(written)


@pytest.mark.parametrize("written", ["Chad", "Twinn", ""])
def test_where_no_single_record_is_near_the_template_is_named(written):
    with pytest.raises(Refused, match=f"unknown “{written}”; the template lists"):
        read(written)


def test_one_unknown_record_among_several_is_named():
    with pytest.raises(Refused, match="“Chad”"):
        read("NER; Chad", Records)
