"""What the public may not see is found by no word."""

import datetime

import pytest
from django.utils import timezone

from alima_site.portal.models import SearchWord
from partners.models import Partner
from programs.models import CountryProgramme
from tests.factories import (
    make_country,
    make_indicator,
    make_partner,
    make_project,
    make_statistic,
)
from tests.portal.searching import found, page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["draft", "in_review", "archived"])
def test_what_is_not_published_is_never_found(state):
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    assert found("zwingli") == ["zwingli"]
    partner.state = state
    partner.save()
    assert found("zwingli") == []
    assert "Zwingli" not in page("zwingly")


def test_an_expired_and_a_scheduled_record_are_not_found_even_without_a_save():
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    now = timezone.now()
    Partner.objects.filter(pk=partner.pk).update(expire_at=now)
    assert found("zwingli") == []
    Partner.objects.filter(pk=partner.pk).update(
        expire_at=None, publish_at=now + datetime.timedelta(hours=1)
    )
    assert found("zwingli") == []
    Partner.objects.filter(pk=partner.pk).update(publish_at=now)
    assert found("zwingli") == ["zwingli"]


def test_a_record_is_not_found_while_what_it_stands_on_is_not_public():
    country = make_country()
    make_project(slug="zwingli", name_en="Zwingli", programme=country)
    CountryProgramme.objects.filter(pk=country.pk).update(state="draft")
    assert found("zwingli") == []


def test_a_record_is_not_found_by_the_name_of_a_hidden_partner():
    partner = make_partner(slug="zwingli", acronym="Zwingli")
    make_project(slug="with-them").partners.add(partner)
    assert found("zwingli") == ["zwingli", "with-them"]
    Partner.objects.filter(pk=partner.pk).update(state="draft")
    assert found("zwingli") == []


def test_a_withheld_count_stands_in_no_word_and_no_result():
    indicator = make_indicator(name_en="Zwingli", name_fr="Zwingli")
    make_statistic(indicator=indicator, value=7, hint_en="Seven of 7 people", note_en="7 people")
    shown = page("zwingli")
    assert "&lt; 10" in shown or "fewer than 10" in shown
    assert "Seven" not in shown
    assert "7 people" not in shown
    assert not SearchWord.objects.filter(word__in=["7", "seven"], entry__text="7").exists()
    assert not SearchWord.objects.filter(entry__model="programs.patientstatistic", word="seven")
