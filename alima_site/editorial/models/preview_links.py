"""Links that show a saved draft to somebody without an account, for seven days."""

import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LASTS = datetime.timedelta(days=7)
SIGNER = Signer(sep=".", salt="preview link")


def in_seven_days() -> datetime.datetime:
    return timezone.now() + LASTS


class PreviewLinkQuerySet(models.QuerySet):
    def valid(self) -> Self:
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def of(self, record: models.Model) -> Self:
        """The valid links to one record, the latest first."""
        kind = ContentType.objects.get_for_model(record)
        found = self.valid().filter(content_type=kind, object_id=record.pk)
        return found.select_related("made_by").order_by("-pk")

    def behind(self, token: str) -> Any:
        """The valid link an address stands for; None for one made up, expired or revoked."""
        try:
            key = int(SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return None
        return self.valid().filter(pk=key).first()


class PreviewLink(models.Model):
    """Whoever has its address sees the record as it was last saved."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("made by")
    )
    made_at = models.DateTimeField(_("made on"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"), default=in_seven_days)
    revoked_at = models.DateTimeField(_("revoked on"), null=True, blank=True)

    changes_pages = False

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        default_permissions = ()  # those of the record's form
        indexes = [models.Index(fields=["content_type", "object_id"], name="preview_link_record")]

    def __str__(self) -> str:
        return f"{self.content_type} {self.object_id}"

    def get_absolute_url(self) -> str:
        return reverse("preview", args=[SIGNER.sign(str(self.pk))])

    def revoke(self) -> None:
        self.revoked_at = timezone.now()
        self.save(update_fields=["revoked_at"])
