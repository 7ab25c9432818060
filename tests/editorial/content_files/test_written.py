"""Whose word counts for each field of a record: that of the file, or that of an editor."""

import pytest

from alima_site.editorial.content_load import Run
from alima_site.editorial.loaders import TopicLoader
from alima_site.editorial.models import Topic
from tests.factories import make_topic

pytestmark = pytest.mark.django_db
HEADER = "id,name_en,name_fr,also_en"


@pytest.fixture
def load(folder):
    """Load topics from these lines: how many rows were created, changed, kept…"""

    def run(*lines, reset=False):
        (folder / "topics.csv").write_text("\n".join([HEADER, *lines]))
        loader = TopicLoader(Run(reset=reset))
        loader.load()
        tally = loader.progress.tally
        return {name: tally[name] for name in ("created", "changed", "unchanged", "kept")
                if tally[name]}  # fmt: skip

    return run


def edit(**changed):
    topic = Topic.objects.get(slug="made")
    for name, value in changed.items():
        setattr(topic, name, value)
    topic.save()


def names():
    topic = Topic.objects.get(slug="made")
    return topic.name_en, topic.name_fr


def test_a_row_is_created_once(load):
    assert load("made,Water,Eau !,") == {"created": 1}
    assert load("made,Water,Eau !,") == {"unchanged": 1}
    assert names() == ("Water", "Eau\u202f!")
    assert Topic.objects.get(slug="made").state == "published"


def test_the_file_changes_one_field_while_an_editor_keeps_another(load):
    load("made,Water,Eau,")
    edit(name_fr="Eau potable")
    assert load("made,Clean water,Eau,") == {"changed": 1}
    assert names() == ("Clean water", "Eau potable")


def test_what_the_file_and_an_editor_both_changed_is_the_editors(load):
    load("made,Water,Eau,")
    edit(name_en="Drinking water")
    assert load("made,Clean water,Eau,") == {"kept": 1}
    assert names() == ("Drinking water", "Eau")


def test_a_file_that_says_what_an_editor_wrote_changes_nothing(load):
    load("made,Water,Eau,")
    edit(name_en="Clean water")
    assert load("made,Clean water,Eau,") == {"unchanged": 1}
    assert load("made,Safe water,Eau,") == {"changed": 1}


def test_a_record_that_was_there_before_the_first_load_is_an_editors(load):
    make_topic(slug="made", name_en="Ours", name_fr="Nôtre")
    assert load("made,Water,Eau,WASH") == {"kept": 1}
    assert names() == ("Ours", "Nôtre")
    assert Topic.objects.get(slug="made").also == ""


def test_reset_takes_the_word_of_the_file_for_all_fields(load):
    make_topic(slug="made", name_en="Ours", name_fr="Nôtre")
    assert load("made,Water,Eau,", reset=True) == {"changed": 1}
    assert names() == ("Water", "Eau")


def test_a_deleted_record_is_made_anew_by_reset_only(load):
    load("made,Water,Eau,")
    Topic.objects.get(slug="made").delete()
    assert load("made,Water,Eau,") == {"kept": 1}
    assert not Topic.objects.filter(slug="made").exists()
    assert load("made,Water,Eau,", reset=True) == {"created": 1}


def test_a_row_under_a_new_address_word_stays_that_record(load):
    load("made,Water,Eau,")
    edit(slug="water-and-hygiene")
    assert load("made,Clean water,Eau,") == {"changed": 1}
    assert Topic.objects.get(slug="water-and-hygiene").name_en == "Clean water"
    assert not Topic.objects.filter(slug="made").exists()
