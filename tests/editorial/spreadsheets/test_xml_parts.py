"""The XML inside a workbook is read element by element, up to limits."""

import pytest

from alima_site.editorial.spreadsheets import Refused, xml_parts
from tests.editorial.spreadsheets.packages import package


def elements(content, *wanted):
    return list(xml_parts.elements(package({"part.xml": content}), "part.xml", wanted))


def test_elements_come_in_the_order_in_which_they_end():
    found = elements("<a><b><c/></b><c/></a>", "b", "c")
    assert [(one.name, one.parent) for one in found] == [("c", "b"), ("b", "a"), ("c", "a")]


def test_names_are_compared_without_their_namespace():
    [found] = elements('<x:a xmlns:x="urn:x"><x:b x:id="1" t="s"/></x:a>', "b")
    assert found.attributes == {"id": "1", "t": "s"}


def test_the_texts_in_an_element_are_kept_by_name():
    [found] = elements("<a><c><f>1+1</f><v>2</v><empty/></c></a>", "c")
    assert found.texts == {"f": "1+1", "v": "2", "empty": ""}


def test_the_pieces_of_a_text_are_joined():
    [found] = elements("<a><si><r><t>Chi</t></r><r><t>ffres</t></r></si></a>", "si")
    assert found.texts["t"] == "Chiffres"


def test_how_a_text_is_pronounced_is_not_part_of_it():
    [found] = elements("<a><si><t>A</t><rPh><t>B</t></rPh></si></a>", "si")
    assert found.texts["t"] == "A"


def test_what_stands_between_the_wanted_elements_is_passed_over():
    assert elements("<a>x<b>y</b></a>", "c") == []
    [found] = elements("<a><c>x<v>1</v></c></a>", "c")
    assert found.texts == {"v": "1"}


def test_a_document_type_is_refused():
    with pytest.raises(Refused, match="XML declarations no spreadsheet needs"):
        elements('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "a")


@pytest.mark.parametrize("content", ["", "<a>", "<a></b>", "no XML", b"\xff\xfe\x00"])
def test_a_part_that_is_no_xml_is_called_damaged(content):
    with pytest.raises(Refused, match="damaged or not complete"):
        elements(content, "a")


TABLE = "<a><c><v>123</v></c><c>4</c></a>"


@pytest.mark.parametrize(
    ("limit", "reached"),
    [("MOST_ELEMENTS", 4), ("LONGEST_TEXT", 3), ("LARGEST_PART", len(TABLE))],
)
def test_a_part_may_reach_each_limit_and_not_pass_it(limit, reached, monkeypatch):
    monkeypatch.setattr(xml_parts, limit, reached)
    assert elements(TABLE, "c")
    monkeypatch.setattr(xml_parts, limit, reached - 1)
    with pytest.raises(Refused, match="far more than a table of figures"):
        elements(TABLE, "c")
