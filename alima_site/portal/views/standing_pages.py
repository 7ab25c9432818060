"""Privacy, legal notice, accessibility, and where flaws are reported."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from alima_site.editorial.pages import Crumb, Fact
from alima_site.portal.models import StandingPage


def or_not_set(value: str) -> str:
    """A fact of the settings; a local site says that nobody gave it."""
    return value or _("not given: this is a local site")


def answers_for_it() -> Fact:
    return Fact(_("Answers for the site"), or_not_set(settings.CONTROLLER))


def write_to_us() -> Fact:
    return Fact(_("Contact"), _("Write to us"), reverse("portal:contact"))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    days = settings.MESSAGES_KEPT_DAYS
    kept = ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    facts = [answers_for_it(), Fact(_("Messages are kept for"), kept), write_to_us()]
    return show(request, "privacy", _("What this site knows of you"), facts)


@require_safe
def legal(request: HttpRequest) -> HttpResponse:
    hosted = Fact(_("Hosted by"), or_not_set(settings.HOSTED_BY))
    return show(request, "legal", _("Use of this site"), [answers_for_it(), hosted, write_to_us()])


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    state = Fact(_("Conformity"), _("not audited"))
    return show(request, "accessibility", _("Statement"), [state, answers_for_it(), write_to_us()])


def show(request: HttpRequest, slug: str, heading: str, facts: list[Fact]) -> HttpResponse:
    """The page stands even where its text is not published: its facts are owed."""
    title = str(StandingPage.TITLES[slug])
    return render(
        request,
        "portal/standing_page.html",
        {
            "crumbs": [Crumb(title)],
            "title": title,
            "heading": heading,
            "facts": facts,
            "page": StandingPage.objects.published().filter(slug=slug).first(),
        },
    )


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """RFC 9116: whom to tell of a flaw. It never expires while the site answers."""
    if not settings.SECURITY_CONTACT:
        words = "No contact for flaws is set (SECURITY_CONTACT): this is a local site.\n"
        return HttpResponse(words, content_type="text/plain; charset=utf-8", status=404)
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": f"{expires + datetime.timedelta(days=180):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "fr, en",
        "Canonical": request.build_absolute_uri(),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
