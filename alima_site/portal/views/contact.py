"""Write to us. Its pages are kept nowhere, and set no cookie either: see contact/guard.py."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from alima_site.delivery.answers import in_reserve
from alima_site.delivery.parameters import reads
from alima_site.editorial.pages import Crumb
from alima_site.portal.contact.form import ContactForm, public_figure
from alima_site.portal.contact.guard import sender_of
from alima_site.portal.contact.post import send_on
from alima_site.portal.models import Message, SiteSettings


@reads("figure", "purpose")
@in_reserve
@csrf_exempt  # there is no session to abuse; the form's ticket is signed
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return show(request, ContactForm(initial=asked_for(request)))
    form = ContactForm(request.POST, sender=sender_of(request))
    if not form.is_valid():
        return show(request, form)
    if message := form.store():
        path = reverse("admin:portal_message_change", args=[message.pk])
        send_on(message, request.build_absolute_uri(path))
    return HttpResponseRedirect(reverse("portal:contact_sent"))


def asked_for(request: HttpRequest) -> dict[str, str]:
    """What the link that led here wants to talk about: ?figure=code or ?purpose=press."""
    if figure := public_figure(request.GET.get("figure", "")):
        return {"figure": figure.slug, "purpose": Message.Purpose.CORRECTION}
    purpose = request.GET.get("purpose", "")
    return {"purpose": purpose} if purpose in Message.Purpose.values else {}


def show(request: HttpRequest, form: ContactForm) -> HttpResponse:
    return render(
        request,
        "portal/contact.html",
        {
            "crumbs": [Crumb(_("Write to us"))],
            "form": form,
            "site": SiteSettings.current(),
            "kept_days": settings.MESSAGES_KEPT_DAYS,
        },
    )


@in_reserve
@never_cache
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    crumbs = [Crumb(_("Write to us"), reverse("portal:contact")), Crumb(_("Message received"))]
    return render(request, "portal/contact_sent.html", {"crumbs": crumbs})
