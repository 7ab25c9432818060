"""The steps from draft to archive, and who may take them."""

from typing import Any, NamedTuple

from django.contrib.auth import get_permission_codename
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import State

DRAFT, IN_REVIEW, PUBLISHED, ARCHIVED = State


class Step(NamedTuple):
    """A button that takes a record from one of some states to another."""

    name: str
    label: Any
    done: Any
    before: frozenset[str]
    after: str

    def is_open_to(self, user: Any, record: Any) -> bool:
        """Whether the user may take the record this step; a new one is a draft."""
        if record.state not in self.before:
            return False
        if self.after == PUBLISHED or record.state == PUBLISHED:
            return may_publish(user, type(record))
        return may(user, "add" if record.pk is None else "change", type(record))

    def takes_off_the_site(self, record: Any) -> bool:
        return record.state == PUBLISHED and self.after != PUBLISHED


STEPS = (
    Step(
        "submit", _("Submit for review"), _("“%(record)s” is submitted for review."),
        frozenset({DRAFT}), IN_REVIEW,
    ),
    Step(
        "publish", _("Publish"), _("“%(record)s” is published."),
        frozenset({DRAFT, IN_REVIEW}), PUBLISHED,
    ),
    Step(
        "redraft", _("Send back to draft"), _("“%(record)s” is a draft again."),
        frozenset({IN_REVIEW, PUBLISHED}), DRAFT,
    ),
    Step(
        "archive", _("Archive"), _("“%(record)s” is archived."),
        frozenset({DRAFT, IN_REVIEW, PUBLISHED}), ARCHIVED,
    ),
    Step(
        "unarchive", _("Bring back"), _("“%(record)s” is back, as a draft."),
        frozenset({ARCHIVED}), DRAFT,
    ),
)  # fmt: skip
BY_NAME = {step.name: step for step in STEPS}


def may(user: Any, action: str, model: type[models.Model]) -> bool:
    options = model._meta
    return user.has_perm(f"{options.app_label}.{get_permission_codename(action, options)}")


def may_publish(user: Any, model: type[models.Model]) -> bool:
    return may(user, "publish", model)


def is_locked_for(user: Any, record: Any) -> bool:
    """What is published is changed only by those who publish."""
    return getattr(record, "state", "") == PUBLISHED and not may_publish(user, type(record))


def steps_for(user: Any, record: Any) -> list[Step]:
    return [step for step in STEPS if step.is_open_to(user, record)]


def in_words(record: Any) -> Any:
    """The state as readers meet it: what is published may be still to come, or over."""
    if record.state == PUBLISHED and not record.is_published:
        is_ahead = record.publish_at and record.publish_at > timezone.now()
        return _("scheduled") if is_ahead else _("taken down")
    return record.get_state_display()
