"""The way to the pages of research, as each of them begins it."""

from django.utils.translation import gettext as _

from alima_site.delivery.reversing import reverse
from alima_site.editorial.pages import Crumb


def research_crumb() -> Crumb:
    return Crumb(_("Research"), reverse("research:home"))
