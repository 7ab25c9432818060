"""The partnership model, block by block, as its page tells it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import bilingual
from alima_site.editorial.models import FigureVersion, SourcedContent
from partners.querysets import PrincipleQuerySet


class PartnershipPrinciple(SourcedContent):
    """One block of the page on the partnership model: a concern, a commitment…"""

    named_by = ("title_fr", "title_en")

    class Kind(models.TextChoices):
        INTRO = "intro", _("opening")
        CONCERN = "concern", _("concern")
        PROOF = "proof", _("what was achieved")
        SERIES = "series", _("announcement of the series")
        ALLIANCE = "alliance", _("the alliance")
        COMMITMENT = "commitment", _("commitment")
        QUOTATION = "quotation", _("quotation")
        RESEARCH = "research", _("research")

    class Word(models.TextChoices):
        TREAT = "treat", _("Treat")
        INNOVATE = "innovate", _("Innovate")
        TOGETHER = "together", _("Together")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    position = models.PositiveSmallIntegerField(
        _("position"), help_text=_("Blocks stand in this order: 10, 20, 30…")
    )
    word = models.CharField(
        _("word of the mission"), max_length=10, choices=Word, blank=True,
        help_text=_("For the three concerns only."),
    )  # fmt: skip
    title = bilingual(models.CharField(_("title"), max_length=150))
    text = bilingual(
        models.TextField(_("text"), help_text=_("An empty line begins a new paragraph."))
    )
    figures = models.ManyToManyField(
        FigureVersion,
        verbose_name=_("figures in the text"),
        blank=True,
        help_text=_("The printed numbers of the text; each is shown with its source."),
    )

    objects = PrincipleQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("principle of partnership")
        verbose_name_plural = _("principles of partnership")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return f"{reverse('portal:model')}#{self.slug}"

    @property
    def paragraphs(self) -> list[str]:
        """The text in the active language, paragraph by paragraph."""
        return [part.strip() for part in str(self.text).split("\n\n") if part.strip()]
