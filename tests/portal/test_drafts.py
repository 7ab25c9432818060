"""What is not published is found nowhere: on no page, in no list, feed, file or JSON."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import override
from django_prose_editor.fields import ProseEditorField

from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models import Content
from alima_site.portal.models import StandingPage
from tests.multiply import multiply
from tests.visitor import SAMPLE, visit

pytestmark = pytest.mark.django_db
MARKER = "zyxmarker"
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


def crawled():
    """The text of every address there is, and those a guess would try."""
    first = ["/", "/fr/", "/en/", "/data/", "/sitemap.xml", "/robots.txt", *beside_hidden()]
    first += [f"/f/{slug}/" for slug in guesses()]
    first += [f"/data/figures/{slug}.json" for slug in guesses()]
    answers = visit(first, lambda link: not link.startswith(("/admin", "/static")), SAMPLE)
    return {
        address: b"".join(response).decode(errors="replace") + str(response.headers)
        for address, response in answers.items()
    }


def beside_hidden():
    """The public pages a hidden record would stand on: those of all it is tied to."""
    tied = {model.objects.published().first() for model in CONTENT}
    for model in CONTENT:
        single = [field.name for field in model._meta.concrete_fields if field.many_to_one]
        for hidden in model._default_manager.filter(slug__startswith=MARKER):
            tied |= {getattr(hidden, name) for name in single}
    for language in ("fr", "en"):
        with override(language):
            yield from [r.get_absolute_url() for r in tied if isinstance(r, tuple(CONTENT))]


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
