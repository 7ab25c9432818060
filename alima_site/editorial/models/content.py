"""What every kind of content shares: its address and its state."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from alima_site.editorial import tokens
from alima_site.editorial.fields import bilingual_fields
from alima_site.editorial.models.history import Remembered
from alima_site.editorial.models.old_addresses import keep_addresses
from alima_site.editorial.querysets import ContentQuerySet
from alima_site.editorial.typography import french_spacing

# Words of addresses that stand where a slug could stand (plan of the house, §5).
RESERVED_SLUGS = {
    "studies", "etudes", "publications", "explore", "explorer", "corrections",
    "indicators", "indicateurs", "several-countries", "plusieurs-pays",
    "disagreements", "desaccords",
}  # fmt: skip


def validate_not_reserved(slug: str) -> None:
    if slug.lower() in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is a word of the site's own addresses. Choose another one."),
            params={"slug": slug},
        )


class State(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


class Content(Remembered):
    """A record with an address and a state. Only `objects.published()` is ever shown."""

    # Names of relations without which the record must not appear.
    published_with: tuple[str, ...] = ()
    # Fields its name and address are made of, beside the slug; of relations as `study__slug`.
    named_by: tuple[str, ...] = ()
    # Whether a reader is told where its text comes from; other text is the portal's own.
    carries_its_source = False
    # Which rule of roles.py says who may do what with it.
    handled_as = "text"

    slug = models.SlugField(
        _("address word"),
        max_length=80,
        validators=[validate_not_reserved],
        help_text=_("Part of the page's address, the same in both languages: a-z, 0-9, hyphen."),
    )
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State,
        default=State.DRAFT,
        help_text=_("Only what is published is public; archived takes it off the site."),
    )
    publish_at = models.DateTimeField(
        _("publish at"),
        null=True,
        blank=True,
        help_text=_("Published, but shown only from this moment on. Empty: at once."),
    )
    expire_at = models.DateTimeField(
        _("take down at"),
        null=True,
        blank=True,
        help_text=_("From this moment on no longer shown. Empty: it stays."),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    objects = ContentQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions: tuple[str, ...] = ("add", "change", "delete", "view", "publish")
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                name="%(app_label)s_%(class)s_slug_unique",
                violation_error_message=_("This address word is taken already."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_taken_down_after_published",
                condition=Q(publish_at=None) | Q(expire_at=None) | Q(expire_at__gt=F("publish_at")),
                violation_error_message=_("It would be taken down before it is published."),
            ),
        ]

    @classmethod
    def visible_when(cls, at: datetime.datetime, prefix: str = "") -> Q:
        """What `published()` asks beside the state; most kinds ask nothing more."""
        return Q()

    @property
    def is_published(self) -> bool:
        """Whether the record itself is public now; `published()` also asks what it stands on."""
        now = timezone.now()
        return (
            self.state == State.PUBLISHED
            and (self.publish_at is None or self.publish_at <= now)
            and (self.expire_at is None or self.expire_at > now)
        )

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any, **kwargs: Any) -> Self:
        tokens.note(values)
        return super().from_db(db, field_names, values, **kwargs)

    def addresses(self) -> dict[str, str]:
        """
        The paths of its own pages and files: one for each language, and what a model adds.
        None where it stands on the page of something else.
        """
        if not hasattr(self, "get_absolute_url"):  # a picture is shown, and has no page
            return {}
        found = {}
        for language, _name in settings.LANGUAGES:
            with override(language):
                found[language] = self.get_absolute_url()
        return found if found["en"].endswith(f"/{self.slug}/") else {}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Where its address changes, the old one leads to the new one from then on."""
        with transaction.atomic():
            before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
            super().save(*args, **kwargs)
            keep_addresses(before, self)

    def clean(self) -> None:
        super().clean()
        self._refuse_tokens_in_names()
        for field in self._meta.concrete_fields:
            if field.name.endswith("_fr") and (value := getattr(self, field.name)):
                setattr(self, field.name, french_spacing(value))

    def _refuse_tokens_in_names(self) -> None:
        """Texts of one language are names and what was printed: no figure stands in them."""
        here = set(self._meta.concrete_fields) - set(bilingual_fields(type(self)))
        for field in here:
            value = getattr(self, field.attname)
            if isinstance(value, str) and tokens.TOKEN.search(value):
                raise ValidationError({field.name: _("A figure cannot stand in this field.")})
