"""Addresses of the former site, which people and other sites still have."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from alima_site.portal import former_addresses


class FormerAddress(models.Model):
    """A path of the former site, and the address of this one to which it leads."""

    # As tables of numbers are: by those who import.
    handled_as = "number"

    path = models.CharField(
        _("former address"),
        max_length=former_addresses.LONGEST,
        help_text=_("As it was: /en/who-we-are/. Capitals do not matter."),
    )
    target = models.CharField(
        _("leads to"),
        max_length=former_addresses.LONGEST,
        help_text=_("An address of this site that is published: /en/model/."),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)

    class Meta:
        verbose_name = _("address of the former site")
        verbose_name_plural = _("addresses of the former site")
        ordering = ["path"]
        default_permissions = ("add", "change", "delete", "view", "import")
        constraints = [
            models.UniqueConstraint(
                fields=["path"],
                name="portal_formeraddress_unique",
                violation_error_message=_("This address leads somewhere already."),
            )
        ]

    def __str__(self) -> str:
        return self.path

    def clean(self) -> None:
        """Both in the form in which they are compared and sent; no circles, nothing unpublished."""
        super().clean()
        for name, check in (
            ("path", former_addresses.check_path),
            ("target", former_addresses.check_target),
        ):
            try:
                setattr(self, name, check(getattr(self, name)))
            except ValidationError as error:
                raise ValidationError({name: error}) from None
        if former_addresses.comparable(self.target) == self.path:
            raise ValidationError({"target": _("This leads back to itself.")})
