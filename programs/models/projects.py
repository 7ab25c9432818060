"""What ALIMA does in a country, or in several at once."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo, rich_text
from alima_site.editorial.models import SourcedContent, Topic
from alima_site.editorial.models.periods import ends_after_start
from partners.models import Partner
from programs.models.countries import CountryProgramme
from programs.querysets.projects import ProjectQuerySet


class Project(SourcedContent):
    """A project or programme in a country, or in several."""

    named_by = ("name_fr", "name_en", "programme__slug")

    published_with = ("programme", "source")
    listed_with = ("programme",)

    programme = models.ForeignKey(
        CountryProgramme,
        models.PROTECT,
        related_name="projects",
        verbose_name=_("country"),
        null=True,
        blank=True,
        help_text=_("Empty: several countries."),
    )
    name = bilingual(models.CharField(_("name"), max_length=150))
    places = bilingual(
        models.CharField(
            _("places"),
            max_length=200,
            blank=True,
            help_text=_("Districts or towns, never the position of a health facility."),
        )
    )
    topics = models.ManyToManyField(
        Topic, verbose_name=_("topics"), related_name="projects", blank=True
    )
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), related_name="projects", blank=True
    )
    start = PartialDateField(_("start"))
    end = PartialDateField(_("end"))
    summary = bilingual(models.TextField(_("summary")))
    story = bilingual(rich_text(_("text"), _("The longer text of the page, if there is one.")))
    photo = page_photo()

    objects = ProjectQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["slug"]
        constraints = [*SourcedContent.Meta.constraints, ends_after_start("start", "end")]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        if self.programme is None:
            return reverse("programs:multi_country_project", args=[self.slug])
        return reverse("programs:project", args=[self.programme.slug, self.slug])
