"""Every component alone, with samples, for those who build pages."""

import re
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.portal.models import SiteSettings
from alima_site.portal.samples import all_samples
from alima_site.portal.samples.words import Sample

FOLDER = "components"
# The comment every component begins with.
COMMENT = re.compile(r"\{% comment %\}(.*?)\{% endcomment %\}", re.DOTALL)


class Shown(NamedTuple):
    """A component with what its file says of itself, and its markup with each sample."""

    name: str
    comment: str
    markup: list[str]
    where: str = ""


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Staff only: see the urls. It asks nothing of the database."""
    shown = [show(sample) for sample in all_samples()]
    elsewhere = {
        "site_header": _("Shown at the head of this page."),
        "site_footer": _("Shown at the foot of this page."),
    }
    shown += [Shown(name, comment_of(name), [], where=where) for name, where in elsewhere.items()]
    return render(request, "styleguide/index.html", {"components": shown, "site": SiteSettings()})


def show(sample: Sample) -> Shown:
    template = f"{FOLDER}/{sample.name}.html"
    markup: list[str] = [render_to_string(template, context) for context in sample.contexts]
    return Shown(sample.name, comment_of(sample.name), markup)


def comment_of(name: str) -> str:
    """What the file of the component says of itself; empty when it says nothing."""
    path = Path(settings.BASE_DIR, "templates", FOLDER, f"{name}.html")
    found = COMMENT.match(path.read_text(encoding="utf-8"))
    return found[1].strip() if found else ""
