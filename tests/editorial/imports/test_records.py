"""Records of the site as a file may call them."""

import pytest

from alima_site.editorial.imports.names import Names
from alima_site.editorial.imports.records import Record, Records
from alima_site.editorial.spreadsheets import Refused
from tests.editorial.imports.places import MALI, NIGER, NIGERIA, TAHOUA, TWINS, Model, Place, read


@pytest.mark.parametrize(
    "written",
    ["niger", "Niger", " niger ", "NER", "ner", "république du niger", "Republique du Niger"],
)
def test_a_record_is_known_by_its_address_word_and_its_names(written):
    assert read(written) is NIGER


def test_the_address_word_of_a_record_goes_before_the_name_of_another():
    assert read("niger") is NIGER
    assert read("MLI") is MALI
    assert read("tahoua") is TAHOUA


def test_a_name_of_several_records_is_refused_and_their_address_words_are_not():
    with pytest.raises(Refused, match="“Twin” names several records; write the code"):
        read("Twin")
    assert read("south") is TWINS[1]


def test_an_address_word_may_be_written_in_capitals():
    assert read("MALI-2") is MALI


def test_a_word_for_none_is_no_record():
    assert read("Tous les pays", none=["tous les pays", "ALL"]) is None
    assert read("all", none=["tous les pays", "ALL"]) is None


def test_an_empty_name_names_no_record():
    assert "" not in Record(Model, ["name"]).names_of(Place("a"))


def test_several_records_are_separated_by_semicolons_or_commas():
    assert read("NER; nigeria,mali-2;", Records) == [NIGER, NIGERIA, MALI]


def test_the_records_of_a_model_are_read_once():
    names, before = Names(), Model.asked
    assert read("NER", names=names) is NIGER
    assert read("NGA", names=names) is NIGERIA
    assert Model.asked == before + 1
