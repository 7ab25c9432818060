"""The forms of the newsroom: they know their version, their step and what somebody else did."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from alima_site.editorial import states
from alima_site.editorial.authorship import author_of, moment_of
from alima_site.editorial.conflicts import version_number
from alima_site.editorial.held_codes import held_by
from alima_site.editorial.preflight import refusals
from alima_site.editorial.states import Step

CONFIRM = "confirm"


def requested_step(request: HttpRequest) -> Step | None:
    return states.BY_NAME.get(request.POST.get("_step", ""))


class EditorialForm(forms.ModelForm):
    """Knows the version it was opened on, and the step that its button takes."""

    # Set by the admin on the class it makes for each request.
    request: HttpRequest
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = version_number(self.instance)
        self.step = requested_step(self.request) if self.is_bound else None
        self.takes_off_the_site = False

    def full_clean(self) -> None:
        """Checked in the state it is to have: what is public must hold more than a draft."""
        before = getattr(self.instance, "state", "")
        if self.step:
            if not self.step.is_open_to(self.request.user, self.instance):
                raise PermissionDenied
            self.takes_off_the_site = self.step.takes_off_the_site(self.instance)
            self.instance.state = self.step.after
        super().full_clean()
        if self.step and self.errors:
            self.instance.state = before

    def clean_slug(self) -> str:
        """A code that texts name stays: what they say must not turn into “not published”."""
        code = str(self.cleaned_data["slug"])
        if self.instance.pk and code != self.instance.slug and (held := held_by(self.instance)):
            names = ", ".join(held)
            raise ValidationError(_("Keep this code: it is used by %(names)s.") % {"names": names})
        return code

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        conflict = getattr(self.request, "conflict", None)
        if conflict:
            self.add_error(None, conflict_sentence(conflict.latest))
        elif "_back" in self.request.POST:
            self.add_error(None, _("Nothing was changed; your text is still here."))
        elif self.takes_off_the_site and "_confirmed" not in self.request.POST:
            sentence = _("Confirm that it is taken off the site.")
            self.add_error(None, ValidationError(sentence, code=CONFIRM))
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.step and self.step.after == states.PUBLISHED:
            for remark in refusals(self.instance):
                field = remark.field if remark.field in self.fields else None
                if remark.text not in self.errors.get(field or NON_FIELD_ERRORS, []):
                    self.add_error(field, remark.text)

    def only_wants_confirmation(self, errors: list[Any]) -> bool:
        """Whether nothing else is wrong, here or in the rows below."""
        codes = [error.code for error in self.non_field_errors().as_data()]
        return len(errors) == 1 and NON_FIELD_ERRORS in self.errors and codes == [CONFIRM]


def conflict_sentence(latest: Any) -> str:
    """What somebody else did, as in “Not saved: Awa saved this record on …”."""
    words = {"who": author_of(latest), "when": moment_of(latest)}
    if latest and latest.history_type == "-":
        return (
            _(
                "Not saved: %(who)s deleted this record meanwhile (%(when)s). What you wrote is "
                "below; save it to make a new record of it."
            )
            % words
        )
    return (
        _(
            "Not saved: %(who)s saved this record while you were writing (%(when)s). What you "
            "wrote is below. Compare, then save again."
        )
        % words
    )
