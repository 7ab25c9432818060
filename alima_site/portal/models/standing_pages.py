"""Pages every site owes its visitors: privacy, legal notice, accessibility."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.fields import bilingual, rich_text
from alima_site.editorial.models import Content


class StandingPage(Content):
    """The text of one of these pages. Who answers for the site is said by the settings."""

    TITLES = {
        "privacy": _("Privacy"),
        "legal": _("Legal notice"),
        "accessibility": _("Accessibility"),
    }

    text = bilingual(rich_text(_("text"), _("Say only what was tested or decided.")))

    class Meta(Content.Meta):
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.TITLES.get(self.slug, self.slug))

    def get_absolute_url(self) -> str:
        """Empty while the word typed into a form names none of the pages."""
        return reverse(f"portal:{self.slug}") if self.slug in self.TITLES else ""

    def clean(self) -> None:
        super().clean()
        if self.slug not in self.TITLES:
            known = ", ".join(self.TITLES)
            raise ValidationError({"slug": _("One of: %(known)s.") % {"known": known}})
