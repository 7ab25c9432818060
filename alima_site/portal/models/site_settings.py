"""What staff set for the whole site: where its footer and its contact page lead."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.fields import bilingual
from alima_site.editorial.prepared import prepared


class SiteSettings(models.Model):
    """One row, or none: then every link that is set here stays hidden."""

    donate_url = bilingual(
        models.URLField(
            _("“Donate” leads to"),
            max_length=400,
            blank=True,
            help_text=_("In the footer of every page; hidden while empty in both languages."),
        )
    )
    jobs_url = bilingual(
        models.URLField(
            _("“Work with us” leads to"),
            max_length=400,
            blank=True,
            help_text=_("In the footer of every page; hidden while empty in both languages."),
        )
    )
    misconduct_url = bilingual(
        models.URLField(
            _("reports of misconduct go to"),
            max_length=400,
            blank=True,
            help_text=_("A channel outside this site; such reports are never stored here."),
        )
    )
    misconduct_text = bilingual(
        models.TextField(
            _("how to report misconduct"),
            blank=True,
            help_text=_("Plain text above the contact form: who receives a report, and how."),
        )
    )

    class Meta:
        verbose_name = _("settings of the site")
        verbose_name_plural = _("settings of the site")
        constraints = [
            models.CheckConstraint(name="portal_sitesettings_one_row", condition=models.Q(pk=1))
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)

    @classmethod
    def current(cls) -> Self:
        return next(iter(_current()), None) or cls()


@prepared
def _current() -> Any:
    return SiteSettings.objects.all()
