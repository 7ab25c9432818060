"""Headline figures, each with the versions in which it was published."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import bilingual
from alima_site.editorial.models.content import Content
from alima_site.editorial.models.measures import Unit
from alima_site.editorial.querysets import FigureQuerySet

if TYPE_CHECKING:
    from alima_site.editorial.models.figure_versions import FigureVersion


class Figure(Content):
    """A headline number by its code; its values are the versions."""

    handled_as = "number"
    named_by = ("label_fr", "label_en")

    class Theme(models.TextChoices):
        SECTOR = "sector", _("The sector")
        PATIENTS = "patients", _("Patients")
        RESEARCH = "research", _("Research")
        REACH = "reach", _("Reach")
        PARTNERSHIP = "partnership", _("Partnership")

    label = bilingual(models.CharField(_("label"), max_length=150))
    unit = models.CharField(_("unit"), max_length=20, choices=Unit)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme)
    group = models.SlugField(
        _("compared with"),
        help_text=_("Figures with the same word here are shown beside each other."),
    )
    definition = bilingual(
        models.TextField(
            _("definition"),
            blank=True,
            help_text=_("As its publisher defines it. Empty is shown as “not published”."),
        )
    )

    objects = FigureQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.label)

    def get_absolute_url(self) -> str:
        return reverse("portal:figure", args=[self.slug])

    def addresses(self) -> dict[str, str]:
        short, data = (reverse(name, args=[self.slug]) for name in ("short_figure", "figure_json"))
        return super().addresses() | {"short": short, "json": data}

    @property
    def public_versions(self) -> list["FigureVersion"]:
        """Filled by `objects.with_versions()`; each version knows its figure."""
        return self._public_versions

    @public_versions.setter
    def public_versions(self, versions: list["FigureVersion"]) -> None:
        for version in versions:
            version.figure = self
        self._public_versions = versions

    @property
    def current(self) -> "FigureVersion | None":
        """The public version shown by default, if there is one. Wants `with_versions()`."""
        return next((v for v in self.public_versions if v.is_current), None)
