"""What people write to us, and what keeps machines from doing so."""

import datetime
import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import Figure

A_DAY = datetime.timedelta(days=1)


class MessageQuerySet(models.QuerySet):
    def of_the_last_day(self) -> Self:
        return self.filter(received_at__gt=timezone.now() - A_DAY)

    def past_their_time(self, at: datetime.datetime | None = None) -> Self:
        """Messages kept longer than the contact page promises (MESSAGES_KEPT_DAYS)."""
        kept = datetime.timedelta(days=settings.MESSAGES_KEPT_DAYS)
        return self.filter(received_at__lt=(at or timezone.now()) - kept)


class Message(models.Model):
    """A message of the contact form. It goes for good once its time is over."""

    handled_as = "message"
    changes_pages = False

    class Purpose(models.TextChoices):
        PARTNER = "partner", _("Partner NGO")
        DONOR = "donor", _("Donor")
        RESEARCH = "research", _("Research")
        PRESS = "press", _("Press")
        CORRECTION = "correction", _("Correction of a figure")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        NEW = "new", _("new")
        IN_HAND = "in hand", _("in hand")
        DONE = "done", _("done")
        UNWANTED = "unwanted", _("unwanted")

    purpose = models.CharField(_("purpose"), max_length=10, choices=Purpose)
    figure = models.ForeignKey(
        Figure, models.SET_NULL, verbose_name=_("figure"), related_name="messages",
        null=True, blank=True,
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=100)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"))
    text = models.TextField(_("message"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    emailed_at = models.DateTimeField(_("sent on by e-mail"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.NEW)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("handled by"),
        related_name="+", null=True, blank=True,
    )  # fmt: skip
    remark = models.TextField(_("remark"), blank=True, help_text=_("For colleagues only."))

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        """Without a word about the person: this stays in logs when the message is gone."""
        received = date_format(timezone.localtime(self.received_at), "DATE_FORMAT")
        return f"{self.pk}. {self.get_purpose_display()}, {received}"


class DailySalt(models.Model):
    """The salt of the day's address hashes; the day after, nobody can tell whose they were."""

    changes_pages = False

    day = models.DateField(unique=True)
    salt = models.CharField(max_length=64, default=secrets.token_hex)

    def __str__(self) -> str:
        return str(self.day)

    @classmethod
    def today(cls) -> str:
        """Today's salt. Whoever asks first in a day sweeps away what is left of the others."""
        row, is_new = cls.objects.get_or_create(day=timezone.localdate())
        if is_new:
            cls.sweep()
        return row.salt

    @classmethod
    def sweep(cls) -> None:
        """Delete the salts of other days, and the forms of more than a day ago."""
        cls.objects.filter(day__lt=timezone.localdate()).delete()
        SentForm.objects.filter(sent_at__lt=timezone.now() - A_DAY).delete()


class SentForm(models.Model):
    """A form that was sent: its key, so that it counts once, and a salted hash of the network."""

    changes_pages = False

    key = models.CharField(max_length=32, unique=True)
    sender = models.CharField(max_length=32, db_index=True)
    sent_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.key
