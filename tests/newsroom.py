"""What tests of the newsroom share: people in roles, and forms as a browser sends them."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from alima_site.editorial.posted_forms import sent_by


def somebody(role: str, name: str = "") -> Client:
    """A browser in which somebody of that role is signed in."""
    user = User.objects.create_user(name or role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client


def address(record: Any, page: str, *args: Any) -> str:
    """Of a page about a record, or about a model."""
    options = record._meta
    key = [record.pk] if page not in ("changelist", "add", "deleted") else []
    return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[*key, *args])


def opened(client: Client, url: str) -> dict[str, Any]:
    """What a browser would send of a form just opened."""
    return sent_again(client.get(url))


def sent_again(page: Any) -> dict[str, Any]:
    """What a browser would send of the form in a page."""
    data: dict[str, Any] = sent_by(page.context["adminform"].form)
    for inline in page.context["inline_admin_formsets"]:
        data |= sent_by(inline.formset.management_form)
        for form in inline.formset.forms:
            data |= sent_by(form)
    # Not of the public page, which the preflight draws: its versions are those of figures.
    form = next(each for each in page.context if "adminform" in each)
    return data | {"seen": form.get("version") or ""}
