"""The audit list: who came in, who was refused, who was given or lost rights, who took files."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditEntryQuerySet(models.QuerySet):
    """Rows are added, and nothing else, until their time is over."""

    def past_their_time(self) -> "AuditEntryQuerySet":
        kept = datetime.timedelta(days=settings.SECURITY_EVENTS_KEPT_DAYS)
        return self.filter(at__lt=timezone.now() - kept)

    def forget_old(self) -> int:
        return self.past_their_time()._raw_delete(self.db)

    def update(self, **kwargs: Any) -> int:
        raise PermissionDenied("The audit list is only added to.")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise PermissionDenied("The audit list is only added to.")


class AuditEntry(models.Model):
    """One event. It holds no address, and no name that is not an account's."""

    class Kind(models.TextChoices):
        SIGNED_IN = "signed-in", _("signed in")
        SIGNED_OUT = "signed-out", _("signed out")
        REFUSED = "refused", _("sign-in refused")
        LOCKED = "locked", _("too many tries")
        SECOND_FACTOR = "second-factor", _("second factor set up")
        TOKEN = "token", _("one-time token issued")
        PASSWORD = "password", _("password changed")
        ACCOUNT = "account", _("account changed")
        PERMISSIONS = "permissions", _("permissions changed")
        EXPORT = "export", _("file downloaded")

    changes_pages = False

    at = models.DateTimeField(_("date"), auto_now_add=True, db_index=True)
    kind = models.CharField(_("what happened"), max_length=20, choices=Kind.choices)
    # Names, not keys: the list outlives the accounts.
    account = models.CharField(_("account"), max_length=150, blank=True)
    by = models.CharField(_("by"), max_length=150, blank=True)
    detail = models.TextField(_("detail"), blank=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("security event")
        verbose_name_plural = _("security events")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.account or '–'}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise PermissionDenied("The audit list is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise PermissionDenied("The audit list is only added to.")
