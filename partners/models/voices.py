"""What people of the alliance said."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import SourcedContent, Topic
from partners.models.partner import Partner
from partners.querysets import VoiceQuerySet


class Voice(SourcedContent):
    """A quotation with a named speaker, in the words said and in our translation."""

    named_by = ("speaker",)

    speaker = models.CharField(_("speaker"), max_length=150)
    role = bilingual(
        models.CharField(_("role"), max_length=200, help_text=_("At the time of the quotation."))
    )
    date = PartialDateField(_("date"))
    language = models.CharField(
        _("language spoken"), max_length=2, choices=[("fr", _("French")), ("en", _("English"))]
    )
    quote = bilingual(models.TextField(_("quotation")))
    both_published = models.BooleanField(
        _("published in both languages"),
        default=False,
        help_text=_("Otherwise the other language is marked “our translation”."),
    )
    topic = models.ForeignKey(Topic, models.PROTECT, verbose_name=_("topic"), null=True, blank=True)
    country = CountryField(_("country"), blank=True)
    partner = models.ForeignKey(
        Partner,
        models.SET_NULL,
        related_name="voices",
        verbose_name=_("partner"),
        null=True,
        blank=True,
        help_text=_("When the speaker leads or led a partner."),
    )

    objects = VoiceQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering = ["slug"]

    def __str__(self) -> str:
        return f"{self.speaker} ({self.slug})"

    def get_absolute_url(self) -> str:
        return f"{reverse('portal:about')}#{self.slug}"

    @property
    def is_our_translation(self) -> bool:
        """Whether the words shown in the active language are a translation made here."""
        return not self.both_published and get_language() != self.language
