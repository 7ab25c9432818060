"""A part of a page is written once for a state, a key, a language and a kind of reader."""

from collections import OrderedDict

import pytest
from django.template import Context, Template
from django.utils.translation import override

from alima_site.delivery import kept

TEMPLATE = Template("{% load parts %}{% part state 'name' key %}{{ said }}{% endpart %}")


@pytest.fixture(autouse=True)
def no_parts(monkeypatch):
    monkeypatch.setattr(kept, "_parts", OrderedDict())


@pytest.fixture
def write(rf):
    def write(said, request=None, **context):
        given = {"state": "a state", "key": 1, "request": request or rf.get("/"), "said": said}
        return TEMPLATE.render(Context(given | context))

    return write


def test_what_was_written_is_there_for_the_next_reader(write):
    assert write("first") == write("second") == "first"


@pytest.mark.parametrize("change", [{"state": "another state"}, {"key": 2}], ids=str)
def test_another_state_or_key_has_a_part_of_its_own(write, change):
    write("first")
    assert write("second", **change) == "second"


def test_each_language_has_a_part_of_its_own(write):
    with override("fr"):
        assert write("premier") == "premier"
    with override("en"):
        assert write("first") == "first"


@pytest.mark.parametrize("state", ["", None])
def test_without_a_state_it_is_written_anew_and_nothing_is_held(write, state):
    assert [write("first", state=state), write("second", state=state)] == ["first", "second"]
    assert not kept._parts


def test_nothing_of_a_preview_is_held(write, rf):
    request = rf.get("/")
    request.preview = "draft"
    said = "nobody may read this yet"
    assert write(said, request, state=kept.state_for(request)) == said
    assert not kept._parts
    assert write("public") == "public"


def test_without_a_request_it_is_written_anew(write):
    TEMPLATE.render(Context({"state": "a state", "key": 1, "said": "first"}))
    assert not kept._parts


def test_what_is_held_was_escaped(write):
    assert write("<b>") == write("anything") == "&lt;b&gt;"


def test_save_data_off_is_a_reader_like_any_other(write, rf):
    write("first")
    assert write("second", rf.get("/", headers={"save-data": "off"})) == "first"
    assert write("second", rf.get("/", headers={"save-data": "on"})) == "second"
