"""Editions of what is not, or no longer, or not yet public."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_figure, make_version

pytestmark = pytest.mark.django_db


def html(address, status=200, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def edition_of(version):
    return version.editions.order_by("number").last()


def test_a_version_taken_off_the_site_leaves_its_address_without_its_value():
    version = make_version(value=98765, figure=make_figure(slug="taken-off"))
    number = edition_of(version).number
    version.state = "archived"
    version.save()
    page = html(f"/en/figures/taken-off/{number}/", 410)
    assert "98,765" not in page
    assert "No longer published" in page


def test_editions_of_drafts_are_not_to_be_guessed():
    draft = make_figure(slug="draft-figure", state="draft")
    make_version(figure=draft)
    figure = make_figure(slug="with-a-draft")
    make_version(figure=figure, state="draft")
    later = timezone.now() + timedelta(hours=1)
    make_version(figure=figure, publish_at=later)
    for guessed in ("draft-figure/1", "with-a-draft/1", "with-a-draft/2", "patients-total/999"):
        html(f"/en/figures/{guessed}/", 404)
    hidden_source = make_version(figure=make_figure(slug="resting"), value=87654)
    type(hidden_source.source).objects.filter(pk=hidden_source.source_id).update(state="draft")
    assert "87,654" not in html("/en/figures/resting/1/", 410)


def test_a_scheduled_version_that_changes_before_its_minute_has_one_edition():
    figure = make_figure(slug="scheduled")
    version = make_version(figure=figure, publish_at=timezone.now() + timedelta(hours=1))
    version.value = 4000
    version.save()
    edition = figure.editions.get()
    assert (edition.value, edition.begins_at) == (4000, version.publish_at)
    html("/en/figures/scheduled/1/", 404)
