"""Imports: a file as it was read, what it changed record by record, and whether it was undone."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.fields import bilingual


class ImportRunQuerySet(models.QuerySet):
    def done(self) -> Self:
        """Imports that stand, the latest first."""
        return self.filter(state=ImportRun.State.DONE)

    def to_confirm(self) -> Self:
        """Files that were checked, and wait for somebody to confirm or discard them."""
        return self.filter(state=ImportRun.State.CHECKED)


class ImportRun(models.Model):
    """
    One file somebody sent. Until it is confirmed it changes nothing; then `rows` holds
    each record before and after, from which the whole import can be undone.
    """

    handled_as = "log"

    class State(models.TextChoices):
        CHECKED = "checked", _("checked, not imported yet")
        DONE = "done", _("imported")
        UNDONE = "undone", _("undone")

    kind = models.CharField(_("what is imported"), max_length=30)
    file_name = models.CharField(_("file"), max_length=200)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("author"),
        related_name="+", null=True, editable=False,
    )  # fmt: skip
    # Stays readable when the account goes.
    author_name = models.CharField(_("author"), max_length=150)
    started_at = models.DateTimeField(_("date"), auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKED)
    publish = models.BooleanField(_("publish new rows at once"), default=False)
    reason = bilingual(models.TextField(_("reason for the corrections"), blank=True))
    # The file as it was read: [row number, cells] for each line.
    lines = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    # What was imported: for each row its number, record, outcome, and the record before and after.
    rows = models.JSONField(default=list)
    # What it did to sums the site shows, in both languages.
    effects = models.JSONField(default=list)
    undone_at = models.DateTimeField(_("undone on"), null=True)
    undone_by = models.CharField(_("undone by"), max_length=150, blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-id"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def written(self) -> list[dict[str, Any]]:
        """The rows that made or changed a record."""
        return [row for row in self.rows if row["outcome"] in ("new", "changed")]

    @property
    def counts(self) -> dict[str, int]:
        outcomes = [row["outcome"] for row in self.rows]
        return {name: outcomes.count(name) for name in ("new", "changed", "same", "refused")}
