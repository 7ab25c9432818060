"""A Django with nothing in it but one view, that answers the bytes of a file: PAGE names it."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import re_path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="none", MIDDLEWARE=[])
PAGE = Path(os.environ["PAGE"]).read_bytes()


def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE, headers={"Content-Encoding": "gzip", "Content-Length": len(PAGE)})


urlpatterns = [re_path("", page)]
application = get_wsgi_application()
