"""What concerns records of several apps at once: published numbers and dates that disagree."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import bilingual
from alima_site.editorial.models import FigureVersion, SourcedContent
from alima_site.editorial.querysets import SourcedQuerySet
from partners.models import AllianceFact, Partner, PartnershipPrinciple, Voice
from programs.models import CountryProgramme, PatientStatistic, Project
from research.models import Collaboration, Study


class DisagreementQuerySet(SourcedQuerySet):
    def for_page(self) -> Self:
        """Public ones, with the record that is preferred."""
        return self.published().select_related(
            "preferred_version__figure",
            "preferred_statistic__indicator",
            "preferred_statistic__programme",
        )


class Disagreement(SourcedContent):
    """Published records that contradict each other: what to know of it, and what was decided."""

    handled_as = "number"
    named_by = ("title_fr", "title_en")

    class Status(models.TextChoices):
        OPEN = "open", _("open: not decided yet")
        PREFERRED = "preferred", _("one is preferred, for the reason given")
        BOTH = "both stand", _("both stand")

    title = bilingual(models.CharField(_("title"), max_length=150))
    status = models.CharField(_("decision"), max_length=10, choices=Status, default=Status.OPEN)
    preferred_version = models.ForeignKey(
        FigureVersion, models.PROTECT, verbose_name=_("preferred version of a figure"),
        related_name="+", null=True, blank=True,
    )  # fmt: skip
    preferred_statistic = models.ForeignKey(
        PatientStatistic, models.PROTECT, verbose_name=_("preferred statistic"),
        related_name="+", null=True, blank=True,
    )  # fmt: skip
    reason = bilingual(
        models.TextField(
            _("reason"), blank=True, help_text=_("Why one is preferred. Shown on the page.")
        )
    )
    versions = models.ManyToManyField(
        FigureVersion, verbose_name=_("versions of figures"),
        related_name="disagreements", blank=True,
    )  # fmt: skip
    statistics = models.ManyToManyField(
        PatientStatistic, verbose_name=_("statistics"), related_name="disagreements", blank=True
    )
    facts = models.ManyToManyField(
        AllianceFact, verbose_name=_("facts"), related_name="disagreements", blank=True
    )
    principles = models.ManyToManyField(
        PartnershipPrinciple, verbose_name=_("principles"), related_name="disagreements", blank=True
    )
    voices = models.ManyToManyField(
        Voice, verbose_name=_("quotations"), related_name="disagreements", blank=True
    )
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), related_name="disagreements", blank=True
    )
    programmes = models.ManyToManyField(
        CountryProgramme, verbose_name=_("countries"), related_name="disagreements", blank=True
    )
    projects = models.ManyToManyField(
        Project, verbose_name=_("projects"), related_name="disagreements", blank=True
    )
    studies = models.ManyToManyField(
        Study, verbose_name=_("studies"), related_name="disagreements", blank=True
    )
    collaborations = models.ManyToManyField(
        Collaboration, verbose_name=_("collaborations"), related_name="disagreements", blank=True
    )

    objects = DisagreementQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("disagreement")
        verbose_name_plural = _("disagreements")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return f"{reverse('portal:disagreements')}#{self.slug}"

    def clean(self) -> None:
        """One is preferred with a reason in both languages, or none is."""
        super().clean()
        preferred = [self.preferred_version_id, self.preferred_statistic_id]
        chosen = len([key for key in preferred if key])
        if self.status == self.Status.PREFERRED:
            if chosen != 1:
                raise ValidationError({"status": _("Name the one record that is preferred.")})
            for name in ("reason_fr", "reason_en"):
                if not getattr(self, name):
                    raise ValidationError({name: _("Say why this one is preferred.")})
        elif chosen:
            raise ValidationError(
                {"status": _("A preferred record is named, but the decision says otherwise.")}
            )

    @property
    def preferred(self) -> models.Model | None:
        """The preferred record, where the public may see it."""
        record = self.preferred_version or self.preferred_statistic
        return record if record and record.is_published else None
