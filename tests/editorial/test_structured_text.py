"""JSON-LD that holds only what is known and cannot end the script it stands in."""

import datetime
import json

import pytest

from alima_site.editorial.pages import Crumb
from alima_site.editorial.structured_data import as_json, identifier, thing, trail


def test_properties_without_a_value_are_left_out():
    made = thing("Person", name="Awa", url="", email=None, knows=[], address={}, children=0)
    assert made == {"@type": "Person", "name": "Awa", "children": 0}


def test_an_identifier_is_nothing_without_its_value():
    assert identifier("doi", "") is None
    assert identifier("doi", "10.1/x") == {
        "@type": "PropertyValue",
        "propertyID": "doi",
        "value": "10.1/x",
    }


def test_the_last_crumb_is_the_page_itself():
    places = trail([Crumb("Home", "/en/"), Crumb("Niger")], "/en/programmes/niger/")
    found = [(each["position"], each["name"], each["item"]) for each in places["itemListElement"]]
    assert found == [(1, "Home", "/en/"), (2, "Niger", "/en/programmes/niger/")]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a & b"])
def test_no_text_ends_the_script_and_machines_read_it_unchanged(text):
    document = as_json(thing("Thing", name=text))
    assert not set("<>&") & set(document)
    assert json.loads(document)["name"] == text


def test_addresses_of_the_site_are_whole_and_other_texts_are_left():
    data = thing("Thing", url="/en/", name="/en/", sameAs="/x", image=["/a.png", "https://x.org/b"])
    data["isPartOf"] = {"@id": "/en/#top"}
    found = json.loads(as_json(data, lambda path: f"https://alima.example{path}"))
    assert found["url"] == "https://alima.example/en/"
    assert found["name"] == "/en/"
    assert found["sameAs"] == "/x"
    assert found["image"] == ["https://alima.example/a.png", "https://x.org/b"]
    assert found["isPartOf"]["@id"] == "https://alima.example/en/#top"


def test_a_template_of_an_address_keeps_its_braces():
    data = thing("EntryPoint", urlTemplate="/search/?q={words}")
    assert '"https://x.org/search/?q={words}"' in as_json(
        data, lambda path: "https://x.org" + path.replace("{", "%7B").replace("}", "%7D")
    )


def test_dates_and_accents_are_written_as_text():
    document = as_json(thing("Thing", name="Éthiopie", date=datetime.date(2024, 2, 1)))
    assert '"name":"Éthiopie"' in document
    assert '"date":"2024-02-01"' in document
