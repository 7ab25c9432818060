"""Where studies, and what else ALIMA found out, are published."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField
from alima_site.editorial.models import SourcedContent
from research.fields import IdentifierField
from research.identifiers import link
from research.models.studies import Study
from research.querysets import PublicationQuerySet
from research.schemes import DOI, PUBMED


class Publication(SourcedContent):
    """An article, protocol, abstract or report."""

    named_by = ("title", "language")

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        PROTOCOL = "protocol", _("protocol")
        ABSTRACT = "conference abstract", _("conference abstract")
        REPORT = "research report", _("research report")

    title = models.CharField(_("title"), max_length=400, help_text=_("In its own language."))
    title_is_summarised = models.BooleanField(
        _("title is summarised"),
        default=False,
        help_text=_("The exact title is not known yet: not to be cited."),
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=[("fr", _("French")), ("en", _("English"))],
        default="en",
    )
    journal = models.CharField(_("journal"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    published = PartialDateField(_("date of publication"))
    doi = IdentifierField(
        _("DOI"), schemes=(DOI,), help_text=_("With or without https://doi.org/.")
    )
    pubmed_id = IdentifierField(_("PubMed number"), schemes=(PUBMED,))
    open_access_url = models.URLField(
        _("open access"),
        max_length=400,
        blank=True,
        help_text=_("Where anybody can read the whole text. Empty: not known."),
    )
    first_author = models.CharField(_("first author"), max_length=100, blank=True)
    study = models.ForeignKey(
        Study,
        models.SET_NULL,
        related_name="publications",
        verbose_name=_("study"),
        null=True,
        blank=True,
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)

    objects = PublicationQuerySet.as_manager()

    class Meta(SourcedContent.Meta):
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-year", "-published", "slug"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("research:publication", args=[self.slug])

    @property
    def title_language(self) -> str:
        """Its name is not translated: it stands in this language on every page."""
        return self.language

    @property
    def doi_url(self) -> str:
        return link(self.doi, (DOI,))

    @property
    def pubmed_url(self) -> str:
        return link(self.pubmed_id, (PUBMED,))
