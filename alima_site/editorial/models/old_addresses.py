"""Old addresses: where the address of a record changes, the one before leads to the new one."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class OldAddress(models.Model):
    """An address that a record had, and which of its addresses it was. Written by the site."""

    handled_as = "log"

    path = models.CharField(_("address"), max_length=300)
    # As in `Content.addresses()`: the language, or the format of a file.
    which = models.CharField(max_length=10)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    left_at = models.DateTimeField(_("left on"), auto_now=True)

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["path"], name="editorial_oldaddress_path_unique")
        ]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return self.path
