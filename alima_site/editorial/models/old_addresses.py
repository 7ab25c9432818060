"""Old addresses: where the address of a record changes, the one before leads to the new one."""

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

# An address may hold that of another record (a project that of its country): so many moves.
MOVES = 5


class OldAddressQuerySet(models.QuerySet):
    def target(self, path: str) -> str:
        """Where a path leads now; empty where it never led anywhere, or to nothing public."""
        if "\0" in path:  # no database keeps one, and PostgreSQL refuses to look
            return ""
        start = path
        seen: set[str] = set()
        while path not in seen and len(seen) < MOVES:
            seen.add(path)
            path = self._moved(path) or path
        return path if path != start else ""

    def _moved(self, path: str) -> str:
        """The path with the address of the record it names, or that of a page above it."""
        above = [path[: n + 1] for n, sign in enumerate(path) if sign == "/"]
        known: Any = self.filter(path__in={path, *above})
        for old in known.order_by(Length("path").desc()):
            record = old.public_record
            if record and (now := record.addresses().get(old.which)):
                return now + path.removeprefix(old.path)
        return ""


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

    objects = OldAddressQuerySet.as_manager()

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

    @property
    def public_record(self) -> Any:
        model: Any = self.content_type.model_class()
        return model.objects.published().filter(pk=self.object_id).first() if model else None


def keep_addresses(before: Any, now: Any) -> None:
    """
    An address that a record leaves leads to it, once anybody can have seen it there. One that
    it takes is no old address any more: its own at once, that of another when it is public.
    """
    left, held = before.addresses() if before else {}, now.addresses()
    if before and left == held and before.state == now.state:
        return
    kind = ContentType.objects.get_for_model(type(now))
    taken = OldAddress.objects.filter(path__in=held.values())
    if not now.is_published:
        taken = taken.filter(content_type=kind, object_id=now.pk)
    taken.delete()
    if not before or left == held or not (before.state == "published" or was_published(now)):
        return
    for which, path in left.items():
        if path != held.get(which):
            place = {"which": which, "content_type": kind, "object_id": now.pk}
            OldAddress.objects.update_or_create(path=path, defaults=place)


def was_published(record: Any) -> bool:
    return record.history.filter(state="published").exists()
