"""Steps by button and by list: what is told, what is kept, and what stays as it was."""

import pytest
from django.contrib.messages import get_messages

from alima_site.editorial.models import Topic
from partners.models import Partner
from tests.factories import make_partner, make_source, make_topic
from tests.newsroom import address, opened, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return somebody("publisher")


def from_list(client, step, *records):
    data = {"action": step, "_selected_action": [r.pk for r in records], "index": "0"}
    answer = client.post(address(records[0], "changelist"), data)
    return [str(message) for message in get_messages(answer.wsgi_request)]


def state_of(record):
    return type(record).objects.get(pk=record.pk).state


def test_a_list_takes_those_it_can_and_names_those_that_stay(publisher):
    draft, archived = make_topic(state="draft"), make_topic(state="archived", name_en="Put away")
    said = from_list(publisher, "publish", draft, archived)
    assert said[0] == "“Publish” is not open to you for: Put away."
    assert (state_of(draft), state_of(archived)) == ("published", "archived")


def test_a_list_publishes_nothing_that_a_form_would_refuse(publisher):
    partner = make_partner(acronym="HELD", state="draft", source=make_source(state="draft"))
    (said,) = from_list(publisher, "publish", partner)
    assert said.startswith("HELD: ")
    assert state_of(partner) == "draft"


def test_a_list_offers_publishing_to_those_who_publish(publisher):
    def offered(client, model):
        form = client.get(address(model, "changelist")).context["action_form"]
        return {name for name, _label in form.fields["action"].choices} if form else set()

    assert "publish" in offered(publisher, Topic)
    writers = offered(somebody("writer"), Topic)
    assert "submit" in writers
    assert "publish" not in writers
    assert "submit" not in offered(somebody("data steward"), Partner)


def test_the_way_to_the_page_is_shown_and_a_name_is_never_markup(publisher):
    topic = make_topic(state="draft", name_en="<b>Bold</b>")
    url = address(topic, "change")
    answer = publisher.post(url, opened(publisher, url) | {"_step": "publish"})
    (said,) = map(str, get_messages(answer.wsgi_request))
    assert "&lt;b&gt;Bold" in said
    assert f'<a href="/en/topics/{topic.slug}/">See the page</a>' in said


def test_a_confirmation_keeps_the_whole_form_but_the_token_of_its_page(publisher):
    topic = make_topic()
    url = address(topic, "change")
    sent = opened(publisher, url) | {"_step": "archive", "csrfmiddlewaretoken": "x", "also": "Mine"}
    kept = dict(publisher.post(url, sent).context["kept"])
    assert (kept["_step"], kept["also"]) == ("archive", "Mine")
    assert "csrfmiddlewaretoken" not in kept


def test_who_turns_back_finds_the_text_again_and_nothing_changed(publisher):
    topic = make_topic()
    url = address(topic, "change")
    sent = opened(publisher, url) | {"_step": "archive", "_back": "1", "also": "Mine"}
    form = publisher.post(url, sent).context["adminform"].form
    assert form.non_field_errors() == ["Nothing was changed; your text is still here."]
    assert form["also"].value() == "Mine"
    assert (state_of(topic), Topic.objects.get(pk=topic.pk).also) == ("published", "")
