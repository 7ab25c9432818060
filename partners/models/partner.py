"""Local NGOs of the alliance, other partners, and who leads them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo, picture, rich_text
from alima_site.editorial.models import SourcedContent, Topic
from partners.querysets import PartnerQuerySet


class Partner(SourcedContent):
    """A local NGO of the alliance, or another operating partner."""

    named_by = ("acronym",)

    class Kind(models.TextChoices):
        MEMBER = "alliance-member", _("member of the alliance")
        OPERATIONAL = "operational-partner", _("operational partner")

    acronym = models.CharField(
        _("short name"), max_length=40, help_text=_("As everybody says it: BEFEN.")
    )
    name = bilingual(models.CharField(_("full name"), max_length=150))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.MEMBER)
    country = CountryField(_("country"))
    founded_year = models.PositiveSmallIntegerField(
        _("founded"), null=True, blank=True, help_text=_("Empty is shown as “not published”.")
    )
    alliance_year = models.PositiveSmallIntegerField(
        _("with ALIMA since"),
        null=True,
        blank=True,
        help_text=_("The year the work together began. Empty is shown as “not published”."),
    )
    role = bilingual(
        models.TextField(
            _("role in the alliance"), help_text=_("One sentence: who they are, what is done.")
        )
    )
    story = bilingual(rich_text(_("text"), _("The longer text of the page, if there is one.")))
    places = bilingual(
        models.TextField(_("places"), blank=True, help_text=_("Separated by semicolons."))
    )
    topics = models.ManyToManyField(Topic, verbose_name=_("topics"), blank=True)
    website = models.URLField(_("website"), blank=True)
    photo = page_photo()
    logo = picture(
        "logo",
        _("logo"),
        _("Shown beside the name, as the partner supplied it; never drawn by us."),
    )

    objects = PartnerQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["kind", "alliance_year", "slug"]
        constraints = [
            *SourcedContent.Meta.constraints,
            models.CheckConstraint(
                name="partners_partner_alliance_after_founding",
                condition=Q(founded_year=None)
                | Q(alliance_year=None)
                | Q(alliance_year__gte=F("founded_year")),
                violation_error_message=_("The alliance cannot begin before the founding year."),
            ),
        ]

    def __str__(self) -> str:
        return self.acronym

    def get_absolute_url(self) -> str:
        return reverse("partners:detail", args=[self.slug])


class Representative(SourcedContent):
    """A person who leads or led a partner. Public once the partner has confirmed it."""

    named_by = ("name", "partner__slug", "partner__acronym")

    published_with = ("partner", "source")
    listed_with = ("partner",)

    partner = models.ForeignKey(
        Partner, models.CASCADE, related_name="representatives", verbose_name=_("partner")
    )
    name = models.CharField(_("name"), max_length=150)
    role = bilingual(models.CharField(_("role"), max_length=200))
    as_of = PartialDateField(_("true as of"))

    class Meta(SourcedContent.Meta):
        verbose_name = _("representative")
        verbose_name_plural = _("representatives")
        ordering = ["partner", "slug"]

    def __str__(self) -> str:
        return f"{self.name} ({self.partner})"

    def get_absolute_url(self) -> str:
        return self.partner.get_absolute_url()
