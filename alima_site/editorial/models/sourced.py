"""Content that rests on public documents: nothing of it is public without its source."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.fields import bilingual
from alima_site.editorial.models.content import Content
from alima_site.editorial.querysets import SourcedQuerySet


class Confidence(models.TextChoices):
    STATED = "stated", _("stated: the source says it")
    INFERRED = "inferred", _("inferred: part of it was deduced")


class SourcedContent(Content):
    """Content that says where it comes from: a main source, further ones, and how sure it is."""

    published_with: tuple[str, ...] = ("source",)
    carries_its_source = True

    source = models.ForeignKey(
        "editorial.Source",
        models.PROTECT,
        verbose_name=_("main source"),
        help_text=_("The public document this comes from. Nothing is published without one."),
    )
    further_sources = models.ManyToManyField(
        "editorial.Source",
        verbose_name=_("further sources"),
        related_name="further_%(class)s_set",
        blank=True,
        help_text=_("Other documents that say the same or add to it."),
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=10,
        choices=Confidence,
        default=Confidence.STATED,
        help_text=_("Inferred is said on the page; the note explains which part was deduced."),
    )
    note = bilingual(
        models.TextField(
            _("note"),
            blank=True,
            help_text=_("What a reader must know to understand this record. Shown on the page."),
        )
    )

    # Relations its name and address need, wherever it is listed.
    listed_with: tuple[str, ...] = ()

    # Filled by `with_sources()`.
    further: list[models.Model] | None = None

    objects = SourcedQuerySet.as_manager()

    class Meta(Content.Meta):
        abstract = True

    @property
    def is_inferred(self) -> bool:
        return self.confidence == Confidence.INFERRED

    @property
    def public_sources(self) -> list[models.Model]:
        """Main source first; those not public are left out. Wants `with_sources()`."""
        further = self.further_sources.all() if self.further is None else self.further
        return [s for s in (self.source, *further) if s.is_published]
