"""The public documents everything rests on, and the subjects everything is about."""

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual
from alima_site.editorial.models.content import Content
from alima_site.editorial.models.sourced import SourcedContent
from alima_site.editorial.querysets import SourceQuerySet
from alima_site.editorial.typography import french_spacing


class Source(Content):
    """A public page, report, article or registry entry."""

    handled_as = "source"
    named_by = ("title", "publisher", "published")

    carries_its_source = True

    class Kind(models.TextChoices):
        NGO_PAGE = "ngo-page", _("page of ALIMA")
        ANNUAL_REPORT = "annual-report", _("annual report")
        PRESS_RELEASE = "press-release", _("press release")
        OPINION = "opinion", _("opinion article")
        INTERVIEW = "interview", _("interview")
        JOB_OFFER = "job-offer", _("job offer")
        PARTNER_PAGE = "partner-page", _("page of a partner")
        DONOR_PAGE = "donor-page", _("page of a donor")
        OFFICIAL = "official", _("official page")
        ACADEMIC = "academic", _("page of a research body")
        JOURNAL = "journal", _("scientific article")
        REGISTRY = "registry", _("trial registry")
        RESEARCH_REPORT = "research-report", _("research report")
        SLIDES = "slides", _("slides")
        PRESS = "press", _("press")
        DIRECTORY = "directory", _("directory")
        ENCYCLOPEDIA = "encyclopedia", _("encyclopedia")

    title = models.CharField(
        _("title"), max_length=300, help_text=_("As printed on the document, in its own language.")
    )
    url = models.URLField(_("address"), max_length=400, help_text=_("Where a reader can open it."))
    publisher = models.CharField(_("publisher"), max_length=200)
    published = PartialDateField(_("date of publication"))
    consulted = PartialDateField(
        _("consulted on"), help_text=_("When somebody of the team last read it.")
    )
    language = models.CharField(
        _("language of the document"),
        max_length=2,
        choices=[("fr", _("French")), ("en", _("English"))],
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    note = bilingual(models.TextField(_("note"), blank=True, help_text=_("Shown on its page.")))

    objects = SourceQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["publisher", "title", "slug"]

    def __str__(self) -> str:
        return (
            f"{self.title} ({self.publisher}, {self.published})"
            if self.published
            else (f"{self.title} ({self.publisher})")
        )

    def get_absolute_url(self) -> str:
        return reverse("portal:source", args=[self.slug])

    @property
    def title_language(self) -> str:
        """Its name is not translated: it stands in this language on every page."""
        return self.language

    def clean(self) -> None:
        """A source stays public while anything public stands on it."""
        super().clean()
        if self.language == "fr":
            self.title = french_spacing(self.title)
        if self.pk and not self.is_published and (resting := self.published_records()):
            raise ValidationError(
                _("%(count)s published records stand on this source, such as “%(record)s”."),
                params={"count": len(resting), "record": resting[0]},
            )

    def published_records(self) -> list[SourcedContent]:
        """The public records whose main source this is; one query a kind."""
        return [
            record
            for model in apps.get_models()
            if issubclass(model, SourcedContent)
            for record in model.objects.published()
            .filter(source=self.pk)
            .select_related(*model.listed_with)
        ]


class Topic(Content):
    """A subject of projects, studies and quotations: malnutrition, Ebola, partnership…"""

    handled_as = "source"
    named_by = ("name_fr", "name_en")

    name = bilingual(models.CharField(_("name"), max_length=100))
    also = models.CharField(
        _("other wordings"),
        max_length=200,
        blank=True,
        help_text=_("Words in the content files that mean the same, separated by semicolons."),
    )

    class Meta(Content.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("portal:topic", args=[self.slug])
