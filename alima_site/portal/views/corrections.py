"""What was corrected, and where sources disagree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alima_site.delivery.parameters import reads
from alima_site.editorial.models import Correction
from alima_site.editorial.pages import Crumb, page_of
from alima_site.portal.models import Disagreement
from alima_site.portal.views.figures import figures_crumb


@require_safe
@reads("page")
def corrections(request: HttpRequest) -> HttpResponse:
    found = Correction.objects.for_page()
    return render(
        request,
        "portal/corrections.html",
        {
            "crumbs": [figures_crumb(), Crumb(_("Corrections"))],
            "page_obj": page_of(found, request.GET.get("page"), 50),
        },
    )


@require_safe
def disagreements(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "portal/disagreement_list.html",
        {
            "crumbs": [figures_crumb(), Crumb(_("Where sources disagree"))],
            "disagreements": Disagreement.objects.for_page().with_sources(),
        },
    )
