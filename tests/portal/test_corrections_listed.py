"""Corrections on their page and in their feed, however many there are."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import make_statistic, make_version

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def test_the_feed_is_atom_and_names_each_correction_once():
    version = make_version(value=1500)
    version.value = 1600
    version.correction_reason = {"fr": "Erreur de lecture", "en": "Misread"}
    version.save()
    feed = ElementTree.fromstring(html("/fr/chiffres/corrections/atom.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 1
    assert "1\u202f500" in entries[0].findtext(f"{atom}summary")
    assert "Erreur de lecture" in entries[0].findtext(f"{atom}summary")
    assert entries[0].find(f"{atom}link").get("href").startswith("http://testserver/fr/")


def test_more_corrections_need_no_more_queries():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            html("/en/figures/corrections/")
        return len(captured)

    def correct(record):
        record.value += 100
        record.save()

    correct(make_version())
    correct(make_statistic())
    queries()  # a process asks once for the kinds of content
    before = queries()
    for _ in range(5):
        correct(make_version())
        correct(make_statistic())
    assert queries() == before <= 8
