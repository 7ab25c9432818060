"""The consent of those whom a picture shows: without it, or once it is over, nobody sees it."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.prepared import day_of


class People(models.TextChoices):
    NOBODY = "nobody", _("no person recognisable")
    PEOPLE = "people", _("people, none of them a patient")
    PATIENTS = "patients", _("a patient, or the family of one")


class Scope(models.TextChoices):
    INTERNAL = "internal", _("inside ALIMA only: not to be published")
    WEBSITE = "website", _("this website")
    PUBLIC = "public", _("this website, social media and print")


class Consented(models.Model):
    """
    A picture with the consent of those in it. What `shown_with_consent()` asks of the
    database, `lacking_consent()` says in words, field by field.
    """

    people = models.CharField(
        _("who can be recognised"),
        max_length=10,
        choices=People,
        blank=True,
        help_text=_(
            "Whoever knows the person would know them here: by face, name tag, tattoo or place."
        ),
    )
    shows_child = models.BooleanField(
        _("a child under 18 is among them"),
        default=False,
        help_text=_("Then a parent or guardian consents, too."),
    )
    consent_given_by = models.CharField(
        _("who consented"),
        max_length=200,
        blank=True,
        help_text=_(
            "Everybody in the picture, by name or by the number of the signed form. Never shown."
        ),
    )
    consent_guardian = models.CharField(
        _("parent or guardian"),
        max_length=200,
        blank=True,
        help_text=_("For a child: who consented for them. Never shown."),
    )
    consent_given_on = models.DateField(_("consented on"), null=True, blank=True)
    consent_scope = models.CharField(
        _("consented to"),
        max_length=10,
        choices=Scope,
        blank=True,
        help_text=_("Where the picture may be shown, as it was explained to them."),
    )
    consent_language = models.CharField(
        _("language of the talk"),
        max_length=60,
        blank=True,
        help_text=_("In which they were asked and could ask back: Hausa, Sango, French…"),
    )
    consent_expires_on = models.DateField(
        _("last day of the consent"),
        null=True,
        blank=True,
        help_text=_(
            "The day after, the picture is gone from the site and deleted. Empty: no end was said."
        ),
    )
    consent_withdrawn_on = models.DateField(
        _("consent withdrawn on"),
        null=True,
        blank=True,
        help_text=_(
            "Anybody in the picture may take back their consent at any time, without a reason. "
            "Saving a date here takes the picture off every page and deletes its files for good."
        ),
    )

    class Meta:
        abstract = True

    @classmethod
    def shown_with_consent(cls, at: datetime.datetime, prefix: str = "") -> Q:
        """The condition under which the picture may be public at that moment."""
        today = day_of(at)

        def having(**conditions: Any) -> Q:
            return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})

        given = (
            having(people__in=[People.PEOPLE, People.PATIENTS])
            & having(consent_given_on__lte=today)
            & having(consent_scope__in=[Scope.WEBSITE, Scope.PUBLIC])
            & ~having(consent_given_by="")
            & ~having(consent_language="")
            & (having(shows_child=False) | ~having(consent_guardian=""))
        )
        not_over = having(consent_expires_on=None) | having(consent_expires_on__gte=today)
        return (having(people=People.NOBODY) | given) & not_over & having(consent_withdrawn_on=None)

    @property
    def is_over(self) -> bool:
        """Whether the consent was withdrawn or has come to its end."""
        until = self.consent_expires_on
        return bool(self.consent_withdrawn_on or (until and until < timezone.localdate()))

    def lacking_consent(self) -> Iterator[tuple[str, Any]]:
        """Each field that keeps the picture from being public, with a sentence."""
        today = timezone.localdate()
        if self.consent_withdrawn_on:
            yield "consent_withdrawn_on", _("The consent was withdrawn: it stays off the site.")
        if self.consent_expires_on and self.consent_expires_on < today:
            yield "consent_expires_on", _("The consent is over: ask again before you publish it.")
        if not self.people:
            yield "people", _("Say whether somebody can be recognised.")
        elif self.people != People.NOBODY:
            yield from self._lacking_answers(today)

    def _lacking_answers(self, today: datetime.date) -> Iterator[tuple[str, Any]]:
        if not self.consent_given_by:
            yield "consent_given_by", _("Say who consented.")
        if self.shows_child and not self.consent_guardian:
            yield "consent_guardian", _("For a child, say which parent or guardian consented.")
        if not self.consent_given_on:
            yield "consent_given_on", _("Say when they consented.")
        elif self.consent_given_on > today:
            yield "consent_given_on", _("This day is still to come.")
        if self.consent_scope not in (Scope.WEBSITE, Scope.PUBLIC):
            yield "consent_scope", _("Only a picture whose consent covers this website is shown.")
        if not self.consent_language:
            yield "consent_language", _("Say in which language they were asked.")

    @property
    def names_of_patients(self) -> list[str]:
        """Words of names that must not stand beside the face of a patient."""
        if self.people != People.PATIENTS:
            return []
        names = f"{self.consent_given_by} {self.consent_guardian}"
        return [word for word in names.casefold().split() if len(word) > 2 and word.isalpha()]
