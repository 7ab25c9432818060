"""A record is taken off the site: what depends on it is shown before, and may forbid it."""

import pytest

from tests.editorial.steps import state_of, step
from tests.factories import make_partner, make_project, make_source, make_topic
from tests.newsroom import address, somebody

pytestmark = pytest.mark.django_db


def test_what_is_in_use_is_taken_off_only_after_its_pages_were_shown():
    publisher, partner = somebody("publisher"), make_partner(acronym="USED")
    make_project(name_en="A project that needs it").partners.add(partner)
    page = step(publisher, partner, "archive", role_en="Still here")
    html = page.content.decode()
    assert "A project that needs it" in html
    assert 'value="Still here"' in html
    assert state_of(partner) == "published"
    assert step(publisher, partner, "archive", _confirmed="1").status_code == 302
    assert state_of(partner) == "archived"


def test_the_list_takes_the_same_steps_and_asks_the_same():
    publisher, topic = somebody("publisher"), make_topic()
    data = {"action": "archive", "_selected_action": topic.pk, "index": "0"}
    page = publisher.post(address(topic, "changelist"), data)
    assert page.templates[0].name == "admin/confirm_step.html"
    publisher.post(address(topic, "changelist"), data | {"_confirmed": "1"})
    assert state_of(topic) == "archived"
    assert topic.history.first().history_user.username == "publisher"


def test_a_source_stays_while_something_public_stands_on_it():
    publisher, source = somebody("publisher"), make_source()
    make_partner(source=source)
    page = step(publisher, source, "archive", _confirmed="1")
    assert page.status_code == 200
    assert "stand on this source" in page.content.decode()
    assert state_of(source) == "published"
