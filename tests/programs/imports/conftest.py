import pytest

from tests.factories import make_country, make_indicator, make_source


@pytest.fixture(autouse=True)
def records(db):
    make_country(slug="made-country", country="KE", name_fr="Pays fait")
    make_source(slug="made-source")
    make_indicator(slug="made_children", name_fr="Enfants comptés")
