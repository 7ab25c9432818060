"""Studies, and what came out of them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo
from alima_site.editorial.models import Indicator, SourcedContent, Topic
from alima_site.editorial.models.periods import ends_after_start
from partners.models import Partner
from research.fields import IdentifierField
from research.identifiers import link
from research.models.collaborations import Collaboration
from research.querysets import (
    StudyQuerySet,
    a_year_before,
)
from research.schemes import TRIAL_REGISTRIES


class Study(SourcedContent):
    """A study, trial or research project, with its result, favourable or not."""

    named_by = ("short_title_fr", "short_title_en")

    class DesignKind(models.TextChoices):
        RANDOMISED = "randomised", _("randomised trial")
        NOT_RANDOMISED = "not-randomised", _("trial without randomisation")
        PLATFORM = "platform", _("platform trial")
        COHORT = "cohort", _("cohort")
        OPERATIONAL = "operational", _("operational research")
        OTHER = "other", _("other or not said")

    short_title = bilingual(models.CharField(_("short title"), max_length=60))
    title = bilingual(models.CharField(_("title"), max_length=250))
    diseases = models.ManyToManyField(Topic, verbose_name=_("diseases"), related_name="studies")
    design = bilingual(models.CharField(_("design"), max_length=150))
    design_kind = models.CharField(
        _("kind of design"),
        max_length=20,
        choices=DesignKind,
        default=DesignKind.OTHER,
        help_text=_("The heading under which the design is found."),
    )
    countries = CountryField(_("countries"), multiple=True, blank=True)
    countries_note = bilingual(
        models.CharField(_("remark on the countries"), max_length=200, blank=True)
    )
    start = PartialDateField(_("start"))
    end = PartialDateField(_("end"))
    registration_id = IdentifierField(
        _("registration number"),
        schemes=TRIAL_REGISTRIES,
        help_text=_("As you find it, even with its address: it is brought into one spelling."),
    )
    status = bilingual(models.CharField(_("status"), max_length=100, blank=True))
    sponsor = bilingual(models.CharField(_("sponsor"), max_length=200, blank=True))
    carried_out_with = bilingual(
        models.TextField(_("carried out with"), blank=True, help_text=_("Separated by semicolons."))
    )
    local_partners = models.ManyToManyField(
        Partner, verbose_name=_("local partners"), related_name="studies", blank=True
    )
    collaborations = models.ManyToManyField(
        Collaboration, verbose_name=_("collaborations"), related_name="studies", blank=True
    )
    participants = bilingual(models.CharField(_("participants"), max_length=150, blank=True))
    main_result = bilingual(
        models.TextField(
            _("main result"),
            blank=True,
            help_text=_("One sentence, favourable or not. Empty: “No result recorded here”."),
        )
    )
    what_changed = bilingual(
        models.TextField(
            _("what changed in care"),
            blank=True,
            help_text=_("After the study; only what a source says."),
        )
    )
    indicator = models.ForeignKey(
        Indicator,
        models.SET_NULL,
        related_name="studies",
        verbose_name=_("counted as"),
        null=True,
        blank=True,
        help_text=_("Its values that rest on a source of the study are shown with the study."),
    )
    link_to_alima = bilingual(
        models.TextField(_("link to ALIMA"), blank=True, help_text=_("Why it is listed here."))
    )
    photo = page_photo()

    objects = StudyQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("study")
        verbose_name_plural = _("studies")
        ordering = ["slug"]
        constraints = [*SourcedContent.Meta.constraints, ends_after_start("start", "end")]

    def __str__(self) -> str:
        return str(self.short_title)

    def get_absolute_url(self) -> str:
        return reverse("research:study", args=[self.slug])

    @property
    def registry_url(self) -> str:
        """The registry's page of the study; empty where it has no number."""
        return link(self.registration_id, TRIAL_REGISTRIES)

    @property
    def is_result_due(self) -> bool:
        """As `objects.result_due()` says of many."""
        limit = a_year_before(timezone.localdate())
        over = self.end and (self.end < limit[: len(self.end)] or self.end == limit)
        return bool(over and not self.main_result)
