"""What changed in care after a study."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import Indicator, SourcedContent
from research.models.studies import Study
from research.querysets import PracticeChangeQuerySet


class PracticeChange(SourcedContent):
    """A guideline or a practice that took up what a study tested, as a source documents it."""

    named_by = ("title_fr", "title_en", "study__slug")

    published_with = ("study", "source")
    listed_with = ("study",)

    class Kind(models.TextChoices):
        GUIDELINE = "guideline", _("guideline")
        PRACTICE = "practice", _("practice")

    study = models.ForeignKey(
        Study, models.CASCADE, related_name="practice_changes", verbose_name=_("study")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    title = bilingual(models.CharField(_("title"), max_length=200))
    date = PartialDateField(_("date"))
    indicator = models.ForeignKey(
        Indicator,
        models.SET_NULL,
        related_name="practice_changes",
        verbose_name=_("counted as"),
        null=True,
        blank=True,
        help_text=_("Its values that rest on a source of this record close the chain."),
    )

    objects = PracticeChangeQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("guideline or practice")
        verbose_name_plural = _("guidelines and practices")
        ordering = ["date", "slug"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return f"{self.study.get_absolute_url()}#{self.slug}"
