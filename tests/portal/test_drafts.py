"""What is not published is found nowhere: on no page, in no list, feed, file or JSON."""

import re
from datetime import timedelta
from functools import cache
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.utils import timezone
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content
from alima_site.portal.models import StandingPage
from tests.multiply import multiply

pytestmark = pytest.mark.django_db
MARKER = "zyxmarker"
LINK = re.compile(r'(?:href|src|action)="([^"]+)"')
NOW = timezone.now()
HIDDEN = {
    "draft": {"state": "draft"},
    "in review": {"state": "in_review"},
    "archived": {"state": "archived"},
    "scheduled": {"state": "published", "publish_at": NOW + timedelta(days=1)},
    "expired": {"state": "published", "expire_at": NOW - timedelta(days=1)},
}
CONTENT = [model for model in apps.get_models() if issubclass(model, Content)]


def hide_copies(state):
    """A marked copy of each record, tied to the same public records, in a hidden state."""
    for model in CONTENT:
        if model is StandingPage:  # there is one of each, at an address of its own
            continue
        multiply(model, 2)
        copies = model._default_manager.filter(slug__endswith="-copy-1")
        model._default_manager.filter(pk__in=list(copies.values_list("pk", flat=True)[3:])).delete()
    for model in CONTENT:
        is_copy = {"slug": "privacy"} if model is StandingPage else {"slug__endswith": "-copy-1"}
        for copy in model._default_manager.filter(**is_copy):
            for field in model._meta.concrete_fields:
                if is_free_text(model, field):
                    setattr(copy, field.name, MARKER)
            if model is not StandingPage:
                copy.slug = f"{MARKER}-{copy.pk}"
            for name, value in HIDDEN[state].items():
                setattr(copy, name, value)
            models.Model.save(copy)


def is_free_text(model, field):
    return isinstance(field, models.TextField | ProseEditorField) or (
        isinstance(field, models.CharField)
        and not field.choices
        and (field in bilingual_fields(model) or field.name in ("title", "speaker", "acronym"))
    )


def tie_public_records_to_hidden():
    """Public records lead to hidden ones by every relation of many."""
    for model in CONTENT:
        public = model.objects.published().exclude(slug__startswith=MARKER).first()
        for field in model._meta.many_to_many:
            hidden = field.related_model._default_manager.filter(slug__startswith=MARKER).first()
            if public and hidden:
                getattr(model._default_manager.get(pk=public.pk), field.name).add(hidden)


@cache
def everything():
    return ["/", "/fr/", "/en/", "/data/", "/sitemap.xml", "/robots.txt"]


def crawled():
    """The text of every address there is, and those a guess would try."""
    client, seen, waiting = Client(), {}, list(everything())
    waiting += [f"/f/{slug}/" for slug in guesses()]
    waiting += [f"/data/figures/{slug}.json" for slug in guesses()]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        response = client.get(address)
        body = b"".join(response) if response.streaming else response.content
        seen[address] = body.decode(errors="replace") + str(response.headers)
        if "html" not in response.headers.get("Content-Type", "") or "?" in address:
            continue
        for link in LINK.findall(seen[address]):
            target = urlsplit(urljoin(address, link.replace("&amp;", "&")))
            if not target.netloc and not target.path.startswith(("/admin", "/static")):
                waiting.append(target._replace(fragment="").geturl())
    return seen


def guesses():
    for model in CONTENT:
        yield from model._default_manager.filter(slug__startswith=MARKER).values_list(
            "slug", flat=True
        )


@pytest.mark.parametrize(
    "state",
    ["draft", *(pytest.param(s, marks=pytest.mark.audit) for s in HIDDEN if s != "draft")],
)
def test_hidden_records_are_found_nowhere(state):
    hide_copies(state)
    tie_public_records_to_hidden()
    assert len(set(guesses())) > 20
    found = {
        address: text[max(0, text.find(MARKER) - 80) :][:160]
        for address, text in crawled().items()
        if MARKER in text and MARKER not in address
    }
    assert not found
