"""The page where an account sets up its second factor."""

from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_otp import login as verify_session

from alima_site.editorial.models import AuditEntry
from alima_site.editorial.sign_in import second_factor
from alima_site.editorial.sign_in.audit import record


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code the app shows now"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, device: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split())
        if not self.device.verify_token(code):
            raise forms.ValidationError(
                _("This is not the code the app shows now. Wait for the next one and try again.")
            )
        return code


def may_set_up(user: Any) -> bool:
    """Whoever came in with a code of any kind; on a local site, whoever came in."""
    came_in = second_factor.is_done(user) or getattr(user, "otp_device", None) is not None
    return user.is_active and user.is_staff and came_in


def set_up(site: AdminSite, request: HttpRequest) -> HttpResponse:
    if not may_set_up(request.user):
        return redirect_to_login(request.get_full_path(), reverse("admin:login"))
    user: Any = request.user
    device = second_factor.pending_app(user)
    form = CodeForm(device, request.POST or None)
    # Without a full second factor the header offers nothing but the way out.
    context = site.each_context(request) | {"title": _("Your second factor"), "form": form}
    if request.method == "POST" and form.is_valid():
        codes = second_factor.confirm(device)
        verify_session(request, device)
        record(AuditEntry.Kind.SECOND_FACTOR, account=user, by=user)
        return TemplateResponse(
            request, "admin/sign_in/recovery_codes.html", context | {"codes": codes}
        )
    context |= {
        "picture": second_factor.picture_of(device),
        "key": second_factor.readable_key(device),
    }
    return TemplateResponse(request, "admin/sign_in/second_factor.html", context)
