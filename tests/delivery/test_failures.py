"""Errors of ours: said in both languages, with a reference the log has, too."""

import re
from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from alima_site.delivery.failures import MARK
from alima_site.delivery.request_ids import RequestIdFilter

pytestmark = pytest.mark.django_db
PAGES = ["400.html", "403.html", "403_csrf.html", "500.html", "503.html"]


def answer_to(error):
    with patch("alima_site.portal.views.home.render", side_effect=error):
        return Client(raise_request_exception=False).get("/fr/")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_error_is_small_bilingual_and_needs_nothing(name):
    text = (settings.BASE_DIR / "templates" / name).read_text(encoding="utf-8")
    assert len(text.encode()) <= 5000
    assert 'lang="fr"' in text
    assert 'lang="en"' in text
    assert not re.search(r"{[{%]|<link|<script|src=", text)


def test_the_visitor_sees_the_reference_that_stands_in_the_log(caplog):
    caplog.handler.addFilter(RequestIdFilter())
    response = answer_to(ValueError("a secret of the house"))
    page = response.content.decode()
    assert response.status_code == 500
    assert MARK not in page
    assert "secret" not in page
    assert f"<code>{response['X-Request-ID']}</code>" in page
    [record] = [r for r in caplog.records if r.levelname == "ERROR"]
    assert record.request_id == response["X-Request-ID"]


def test_a_database_that_is_down_is_said_to_pass():
    response = answer_to(OperationalError("no route to host"))
    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "unavailable for the moment" in response.content.decode()


def test_a_request_cannot_choose_its_reference():
    response = Client().get("/nothing", headers={"x-request-id": "<script>"})
    assert re.fullmatch(r"[0-9a-f]{10}", response["X-Request-ID"])
