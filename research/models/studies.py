"""Studies, what came out of them, where it is published, and what changed in care."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import PartialDateField, bilingual, page_photo
from alima_site.editorial.models import Indicator, SourcedContent, Topic
from alima_site.editorial.models.periods import ends_after_start
from partners.models import Partner
from research.identifiers import DOI, PUBMED, TRIAL_REGISTRIES, IdentifierField, link
from research.models.collaborations import Collaboration
from research.querysets import (
    PracticeChangeQuerySet,
    PublicationQuerySet,
    StudyQuerySet,
    a_year_before,
)


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
