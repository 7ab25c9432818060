"""Files and the lists of the admin show the values of tokens too."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import make_country, make_figure, make_principle, make_project, make_version

pytestmark = pytest.mark.django_db


def test_files_hold_values_in_both_languages():
    token = "[[figure:direct-funding]]"
    figure = make_version(
        figure=make_figure(definition_fr=token, definition_en=token), is_current=True
    ).figure
    said = Client().get(reverse("figure_json", args=[figure.slug])).json()["definition"]
    assert said == {"fr": "0,5\u202f%", "en": "0.5%"}


def test_a_list_of_the_admin_shows_values(admin_client):
    make_principle(title_fr="Dans [[figure:countries]] pays")
    html = admin_client.get(reverse("admin:partners_partnershipprinciple_changelist")).content
    assert "Dans 14 pays" in html.decode()
    assert b"[[figure" not in html


def test_a_list_within_a_form_shows_values(admin_client):
    country = make_country()
    make_project(programme=country, name_fr="Dans [[figure:countries]] pays")
    address = reverse("admin:programs_countryprogramme_change", args=[country.pk])
    html = admin_client.get(address).text
    assert html.count("Dans 14 pays") >= 1
    assert "[[figure" not in html
