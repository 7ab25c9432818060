"""One form, one answer: whoever guesses does not learn which of the three parts was wrong."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.sign_in import second_factor


class SignInForm(AdminAuthenticationForm):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("From your app; or a recovery code, or your one-time token."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "spellcheck": "false"}),
    )

    error_messages = {
        "invalid_login": _(
            "This name, password and code do not go together, or the account is not open. "
            "Capital letters count."
        ),
        "inactive": "",  # never said: see get_invalid_login_error
        "locked": _(
            "Too many tries. Wait a minute before the next one; the wait doubles each time."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.SECOND_FACTOR:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        user: Any = self.get_user()
        if user is not None and settings.SECOND_FACTOR:
            user.otp_device = second_factor.verified_by(user, data.get("code", ""))
            if user.otp_device is None:
                self.user_cache = None
                # A wrong code is a failure like any other.
                user_login_failed.send(
                    __name__, credentials={"username": user.get_username()}, request=self.request
                )
                raise self.get_invalid_login_error()
        return data

    def confirm_login_allowed(self, user: Any) -> None:
        if not (user.is_active and user.is_staff):
            # Right for an account that may not come in: counted, as a wrong password is.
            user_login_failed.send(
                __name__, credentials={"username": user.get_username()}, request=self.request
            )
            raise self.get_invalid_login_error()

    def get_invalid_login_error(self) -> ValidationError:
        code = "locked" if getattr(self.request, "axes_locked_out", False) else "invalid_login"
        return ValidationError(self.error_messages[code], code=code)
