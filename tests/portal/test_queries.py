"""A page asks the database as often with many times the content as with the real one."""

import os

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alima_site.delivery import kept
from alima_site.editorial.models import Content, Topic
from alima_site.portal.models import StandingPage
from partners.models import Series
from tests.multiply import multiply

pytestmark = pytest.mark.django_db

TIMES = 10 if os.environ.get("AUDIT") else 4
QUERIES = {
    "/fr/": 7,
    "/fr/modele/": 7,
    "/fr/chronologie/": 6,
    "/fr/a-propos/": 4,
    "/fr/partenaires/": 4,
    "/fr/partenaires/befen/": 7,
    "/fr/programmes/": 4,
    "/fr/programmes/niger/": 7,
    "/fr/programmes/niger/ne-mirriah/": 3,
    "/fr/programmes/plusieurs-pays/multi-aire/": 3,
    "/fr/recherche/": 6,
    "/fr/recherche/coral/": 6,
    "/fr/recherche/etudes/": 6,
    "/fr/recherche/etudes/?disease=ebola&year=2019": 7,
    "/fr/recherche/publications/": 6,
    "/fr/recherche/publications/?disease=ebola&kind=article": 7,
    "/fr/recherche/etudes/muac-mothers/": 7,
    "/fr/recherche/etudes/optima-drc/": 5,
    "/fr/recherche/publications/pub-jiki-2016/": 2,
    "/fr/chiffres/": 4,
    "/fr/chiffres/trials-in-africa/": 7,
    "/fr/chiffres/trials-in-africa/1/": 3,
    "/fr/chiffres/indicateurs/sam_children/": 7,
    "/fr/chiffres/patients-total/": 7,
    "/fr/chiffres/explorer/": 5,
    "/data/": 7,
    "/fr/chiffres/corrections/": 2,
    "/fr/chiffres/desaccords/": 2,
    "/fr/themes/malnutrition/": 7,
    "/fr/sources/": 3,
    "/fr/sources/alima-model-2024/": 4,
    "/fr/plus-forts-ensemble/": 3,
    "/fr/contact/": 1,
    "/fr/confidentialite/": 2,
}


def counted():
    """Of each address, by a process that knows nothing of the content yet."""
    found = {}
    for address in QUERIES:
        assert Client().get(address).status_code == 200, address
        kept._found.clear()
        with CaptureQueriesContext(connection) as queries:
            Client().get(address)
        found[address] = len(queries)
    return found


def test_the_number_of_queries_is_known_and_does_not_grow_with_the_content(monkeypatch):
    monkeypatch.setattr(kept, "PARTS", 0)  # every page is written whole
    assert counted() == QUERIES
    for model in apps.get_models():
        # Every relation of a copy leads to originals, so lists on their pages grow as much.
        if issubclass(model, Content) and model not in (Topic, Series, StandingPage):
            multiply(model, TIMES)
    assert counted() == QUERIES
