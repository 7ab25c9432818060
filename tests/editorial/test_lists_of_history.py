"""Lists of history: page by page, of what was deleted, and of what the site did itself."""

import pytest
from django.utils.translation import override

from alima_site.editorial.authorship import author_of, moment_of, reason_of
from alima_site.editorial.models import Topic
from tests.editorial.versions import renamed
from tests.factories import make_source, make_topic
from tests.newsroom import address, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return somebody("publisher")


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
