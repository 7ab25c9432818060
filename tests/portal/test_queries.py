"""A page asks the database as often with ten times the content as with the real one."""

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alima_site.editorial.models import Content, Topic
from partners.models import Series
from tests.multiply import multiply

pytestmark = pytest.mark.django_db

QUERIES = {
    "/fr/": 7,
    "/fr/modele/": 6,
    "/fr/a-propos/": 4,
    "/fr/partenaires/": 2,
    "/fr/partenaires/befen/": 17,
    "/fr/programmes/": 8,
    "/fr/programmes/niger/": 15,
    "/fr/programmes/niger/ne-mirriah/": 5,
    "/fr/programmes/plusieurs-pays/multi-aire/": 5,
    "/fr/recherche/": 6,
    "/fr/recherche/coral/": 7,
    "/fr/recherche/etudes/": 7,
    "/fr/recherche/etudes/?disease=ebola&year=2019": 7,
    "/fr/recherche/publications/": 8,
    "/fr/recherche/publications/?disease=ebola&kind=article": 8,
    "/fr/recherche/etudes/muac-mothers/": 8,
    "/fr/recherche/etudes/optima-drc/": 6,
    "/fr/recherche/publications/pub-jiki-2016/": 2,
    "/fr/chiffres/": 4,
    "/fr/chiffres/trials-in-africa/": 7,
    "/fr/chiffres/trials-in-africa/1/": 4,
    "/fr/chiffres/indicateurs/sam_children/": 7,
    "/fr/chiffres/patients-total/": 7,
    "/fr/chiffres/explorer/": 6,
    "/data/": 1,
    "/fr/chiffres/corrections/": 1,
    "/fr/chiffres/desaccords/": 2,
    "/fr/themes/malnutrition/": 7,
    "/fr/sources/": 2,
    "/fr/sources/alima-model-2024/": 3,
    "/fr/plus-forts-ensemble/": 3,
}


def counted():
    found = {}
    for address in QUERIES:
        with CaptureQueriesContext(connection) as queries:
            assert Client().get(address).status_code == 200, address
        found[address] = len(queries)
    return found


def test_the_number_of_queries_is_known_and_does_not_grow_with_the_content():
    assert counted() == QUERIES
    for model in apps.get_models():
        # Every relation of a copy leads to originals, so lists on their pages grow tenfold, too.
        if issubclass(model, Content) and model not in (Topic, Series):
            multiply(model, 10)
    assert counted() == QUERIES
