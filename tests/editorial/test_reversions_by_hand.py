"""A reversion is refused where somebody saved meanwhile or the version no longer holds."""

import pytest

from alima_site.editorial.models import Topic
from tests.editorial.versions import renamed
from tests.factories import make_topic
from tests.newsroom import address, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return somebody("publisher")


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
