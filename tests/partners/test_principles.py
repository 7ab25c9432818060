"""The blocks of the partnership model: their paragraphs, their order and their figures."""

import pytest
from django.utils.translation import override

from partners.models import PartnershipPrinciple
from tests.factories import make_principle, make_source, make_version


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        ("One.", ["One."]),
        ("One.\nStill one.", ["One.\nStill one."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("\n\nOne.\n\n\n\n  Two.\n\n", ["One.", "Two."]),
    ],
)
def test_an_empty_line_begins_a_paragraph_and_several_make_no_empty_one(text, paragraphs):
    with override("en"):
        assert PartnershipPrinciple(text_en=text).paragraphs == paragraphs


def of_page(*made):
    return list(PartnershipPrinciple.objects.for_page().filter(pk__in=[each.pk for each in made]))


@pytest.mark.django_db
def test_blocks_stand_by_position_and_only_public_ones():
    last, first = make_principle(position=920), make_principle(position=910)
    hidden = make_principle(state="draft"), make_principle(source=make_source(state="draft"))
    assert of_page(last, first, *hidden) == [first, last]


@pytest.mark.django_db
def test_only_public_figures_of_its_own_come_along():
    block, shown, draft = make_principle(), make_version(), make_version(state="draft")
    block.figures.add(shown, draft)
    make_principle().figures.add(make_version())
    [found] = of_page(block)
    assert list(found.public_figures) == [shown]
