"""Research alliances and institutes, and who belongs to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models import Remembered, SourcedContent
from alima_site.editorial.models.periods import ends_after_start
from research.fields import IdentifierField
from research.identifiers import link
from research.querysets import ALLIANCES, CollaborationQuerySet
from research.schemes import ROR


class Collaboration(SourcedContent):
    """A research platform, consortium or institute ALIMA works with."""

    # And what its card says.
    named_by = (
        "short_name_fr", "short_name_en", "full_name_fr", "full_name_en",
        "role_of_alima_fr", "role_of_alima_en",
    )  # fmt: skip

    class Kind(models.TextChoices):
        PLATFORM = "research platform", _("research platform")
        CONSORTIUM = "research consortium", _("research consortium")
        PROGRAMME = "research programme", _("research programme")
        PROJECT = "operational research project", _("operational research project")
        CAPACITY = "capacity project", _("capacity project")
        INSTITUTE = "research institute", _("research institute")
        TEAM = "research team", _("research team")
        UNIVERSITY = "university", _("university")
        AGENCY = "public agency", _("public agency")

    short_name = bilingual(models.CharField(_("short name"), max_length=60))
    full_name = bilingual(
        models.CharField(_("full name"), max_length=200, help_text=_("What the letters stand for."))
    )
    kind = models.CharField(_("kind"), max_length=30, choices=Kind)
    ror = IdentifierField(
        _("ROR"),
        schemes=(ROR,),
        help_text=_("The institute's number in the Research Organization Registry, ror.org."),
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"))
    countries = bilingual(
        models.CharField(_("countries"), max_length=200, blank=True, help_text=_("As published."))
    )
    role_of_alima = bilingual(models.TextField(_("role of ALIMA")))

    objects = CollaborationQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("collaboration")
        verbose_name_plural = _("collaborations")
        ordering = ["slug"]
        constraints = [*SourcedContent.Meta.constraints, ends_after_start("since", "until")]

    def __str__(self) -> str:
        return str(self.short_name)

    def get_absolute_url(self) -> str:
        return reverse("research:collaboration", args=[self.slug])

    @property
    def ror_url(self) -> str:
        return link(self.ror, (ROR,))

    @property
    def is_alliance(self) -> bool:
        """Whether several institutions join in it; otherwise it is one institution."""
        return self.kind in ALLIANCES


class Membership(Remembered):
    """An organisation's place in a collaboration, as published, with its dates when known."""

    handled_as = "part"
    part_of = "collaboration"

    collaboration = models.ForeignKey(
        Collaboration,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("collaboration"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    member = bilingual(models.CharField(_("member"), max_length=300))
    institution = models.ForeignKey(
        Collaboration,
        models.SET_NULL,
        related_name="memberships_elsewhere",
        verbose_name=_("its own record"),
        null=True,
        blank=True,
        help_text=_("When the member has a page of its own here."),
    )
    ror = IdentifierField(
        _("ROR"), schemes=(ROR,), help_text=_("Empty: that of its own record, if it has one.")
    )
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"))

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["collaboration", "position", "id"]
        constraints = [
            ends_after_start("since", "until"),
            models.CheckConstraint(
                name="research_membership_not_in_itself",
                condition=~models.Q(institution=models.F("collaboration")),
                violation_error_message=_("A collaboration is not a member of itself."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.member)

    @property
    def shown_ror(self) -> str:
        return self.ror or (self.institution.ror if self.institution else "")

    @property
    def ror_url(self) -> str:
        return link(self.shown_ror, (ROR,))
