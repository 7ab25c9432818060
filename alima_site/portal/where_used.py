"""The pages of the portal that name figures in code."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alima_site.editorial.models import Figure, FigureVersion
from alima_site.editorial.where_used import Use
from alima_site.portal.page_queries import CONCERNS, HEADLINES


def on_the_home_page(record: Any) -> Iterator[Use]:
    figure = record.figure if isinstance(record, FigureVersion) and record.is_current else record
    if isinstance(figure, Figure) and figure.slug in (*HEADLINES, *CONCERNS.values()):
        yield Use(_("Home page"), reverse("portal:home"), _("headline figures"))
