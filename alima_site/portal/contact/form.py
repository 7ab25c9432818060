"""The form itself: who writes, about what, and whether a person does."""

import re
from typing import Any

from crispy_forms.bootstrap import StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import Figure
from alima_site.portal.contact.guard import Ticket, has_sent_many
from alima_site.portal.models import Message, SentForm

SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)
NOT_IN_A_LINE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def public_figure(code: str) -> Figure | None:
    return Figure.objects.published().filter(slug=code).first() if SLUG.fullmatch(code) else None


def validate_line(value: str) -> None:
    """No line breaks, no control characters: such a text could pass for a header."""
    if NOT_IN_A_LINE.search(value):
        raise ValidationError(_("Write this on one line."))


class ContactForm(forms.ModelForm):
    """One message. `sender` is the hash of the network it comes from."""

    data: QueryDict

    name = forms.CharField(label=_("Your name"), max_length=100, validators=[validate_line])
    organisation = forms.CharField(
        label=_("Organisation (optional)"),
        max_length=150,
        required=False,
        validators=[validate_line],
    )
    text = forms.CharField(
        label=_("Your message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("Do not send patient data."),
    )
    figure = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, widget=forms.HiddenInput)  # the signed ticket
    # People do not see this one; machines fill it in.
    homepage = forms.CharField(label=_("Leave this field empty"), required=False)
    answer = forms.CharField(label=_("The word"), required=False, max_length=50)

    class Meta:
        model = Message
        fields = ["purpose", "name", "organisation", "email"]
        labels = {"purpose": _("You write about"), "email": _("Your e-mail address")}

    def __init__(self, data: QueryDict | None = None, *, sender: str = "", **kwargs: Any) -> None:
        super().__init__(data.copy() if data is not None else None, **kwargs)
        self.sender = sender
        self.is_repeat = False
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["organisation"].widget.attrs["autocomplete"] = "organization"
        self.fields["email"].widget.attrs["autocomplete"] = "email"
        self.fields["homepage"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}
        self._ticket = Ticket.read(self.data.get("token", "")) if self.is_bound else None
        if self._ticket:
            self._ask()
        elif not self.is_bound:
            self._renew()

    def _renew(self, *, asks: bool = False) -> None:
        """A new ticket for the form as it is shown next."""
        self._carry(Ticket.new(asks=asks))
        if self.is_bound:
            self.data["answer"] = ""
        self._ask()

    def _carry(self, ticket: Ticket) -> None:
        self._ticket = ticket
        self.initial["token"] = ticket.signed()
        if self.is_bound:
            self.data["token"] = self.initial["token"]

    def _ask(self) -> None:
        if self._ticket and (word := self._ticket.asked_word):
            self["answer"].label = _("Type the word “%(word)s”") % {"word": word}

    @property
    def about(self) -> Figure | None:
        """The figure the message is about, where the public may see it."""
        return public_figure(str(self["figure"].value() or ""))

    @property
    def asks_for_a_word(self) -> bool:
        return bool(self._ticket and self._ticket.asked_word)

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "contact-form"
        helper.disable_csrf = True
        helper.layout = Layout(
            "figure", "token", "purpose",
            Row(Column("name"), Column("organisation")),
            "email", "text",
            Div("homepage", css_class="contact-form__trap", aria_hidden="true"),
            *(["answer"] if self.asks_for_a_word else []),
            StrictButton(_("Send"), type="submit", css_class="btn-primary"),
        )  # fmt: skip
        return helper

    def is_valid(self) -> bool:
        """A form that is shown once more carries a ticket of its own, as old as the one sent."""
        valid = super().is_valid()
        if not valid and self._ticket:
            self._carry(self._ticket.again())
        return valid

    def clean_figure(self) -> Figure | None:
        return public_figure(self.cleaned_data["figure"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self._ticket:
            self._renew()
            raise ValidationError(_("This form was open for too long. Press “Send” once more."))
        if not self.errors and (objection := self._objection(self._ticket, cleaned)):
            raise ValidationError(objection)
        return cleaned

    def _objection(self, ticket: Ticket, cleaned: dict[str, Any]) -> Any:
        """Why this does not look like a person's message, and what a person can do."""
        if cleaned["homepage"]:
            self.data["homepage"] = ""
            return _("A field that people do not see was filled in. Press “Send” once more.")
        if ticket.is_early:
            return _("That was very fast. Wait a moment, then press “Send” once more.")
        if self._came_before(cleaned):
            self.is_repeat = True
            return None
        if ticket.is_used:
            self._renew()
            return _("This form was sent before. Wait a moment, then press “Send” once more.")
        if has_sent_many(self.sender) and not ticket.is_answered(cleaned["answer"]):
            self._renew(asks=True)
            return _(
                "Many messages came from your network in the last hour. To show that a person "
                "is writing, type the word that stands above the button, then press “Send”."
            )
        return None

    def _came_before(self, cleaned: dict[str, Any]) -> bool:
        same = {name: cleaned[name] for name in ("purpose", "email", "text")}
        return Message.objects.of_the_last_day().filter(**same).exists()

    def store(self) -> Message | None:
        """The message, stored; None where the same one is stored already."""
        if self.is_repeat or not self._ticket:
            return None
        message: Message = self.instance
        message.figure = self.cleaned_data["figure"]
        message.text = self.cleaned_data["text"]
        message.language = get_language() or "fr"
        try:
            with transaction.atomic():
                SentForm.objects.create(key=self._ticket.key, sender=self.sender)
                message.save()
        except IntegrityError:  # sent twice at the same moment
            return None
        return message
