"""The pages of a record's history answer what is asked, to those who may ask."""

import pytest
from django.utils.translation import override

from alima_site.editorial.authorship import author_of, moment_of, reason_of
from alima_site.editorial.models import Topic
from tests.factories import make_source, make_topic
from tests.newsroom import address, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return somebody("publisher")


def renamed(topic, name):
    topic.name_en = name
    topic.save()
    return topic.history.first().history_id


def test_two_versions_are_compared_the_older_first_however_asked(publisher):
    topic = make_topic()
    first, second = renamed(topic, "First"), renamed(topic, "Second")
    for a, b in ((first, second), (second, first)):
        page = publisher.get(address(topic, "compare"), {"a": a, "b": b})
        (change,) = page.context["changes"]
        assert (change.before, change.after) == ("First", "Second")


@pytest.mark.parametrize("numbers", [{}, {"a": "x", "b": "²"}, {"a": "0"}], ids=str)
def test_versions_that_are_none_are_not_found(publisher, numbers):
    assert publisher.get(address(make_topic(), "compare"), numbers).status_code == 404


def test_a_version_of_another_record_is_not_found(publisher):
    other = make_topic().history.first().history_id
    topic = make_topic()
    assert publisher.get(address(topic, "compare"), {"a": other}).status_code == 404
    assert publisher.get(address(topic, "version", other)).status_code == 404


def test_a_reversion_of_what_somebody_saved_meanwhile_is_looked_at_again(publisher):
    topic = make_topic()
    before = topic.history.first().history_id
    seen = renamed(topic, "Seen")
    renamed(topic, "Saved meanwhile")
    page = publisher.post(address(topic, "version", before), {"seen": str(seen)})
    assert page.context["errors"] == [
        "Somebody saved this record meanwhile: look again at what changes."
    ]
    assert Topic.objects.get(pk=topic.pk).name_en == "Saved meanwhile"


def test_a_version_that_no_longer_holds_says_why(publisher):
    topic = make_topic(slug="taken")
    before = topic.history.first().history_id
    topic.slug = "given-up"
    topic.save()
    make_topic(slug="taken")
    page = publisher.post(address(topic, "version", before))
    assert page.context["errors"] == ["This address word is taken already."]
    assert Topic.objects.get(pk=topic.pk).slug == "given-up"


def test_a_long_history_comes_in_pages_and_the_last_row_of_each_is_told(publisher, monkeypatch):
    monkeypatch.setattr("alima_site.editorial.admin_history.PAGE", 2)
    topic = make_topic()
    renamed(topic, "One"), renamed(topic, "Two")
    pages = [
        publisher.get(address(topic, "history"), {"p": number}).context["versions"]
        for number in (1, 2)
    ]
    assert [[version["what"] for version in page] for page in pages] == [
        [["Name [en]"], ["Name [en]"]],
        [[]],
    ]


def test_what_is_deleted_is_listed_for_those_who_may_bring_it_back(publisher):
    url = address(Topic, "deleted")
    assert publisher.get(url).status_code == 403
    admin = somebody("administrator")
    for name in ("Gone first", "Gone last"):
        make_topic(name_en=name).delete()
    with override("en"):
        listed = [row["name"] for row in admin.get(url).context["gone"]]
    assert listed == ["Gone last", "Gone first"]


def test_what_the_site_did_itself_has_no_person_as_its_author():
    row = make_source().history.first()
    with override("en"):
        assert (author_of(row), author_of(None)) == ("the site itself", "the site itself")
        assert (moment_of(None), reason_of(row)) == ("", "")
