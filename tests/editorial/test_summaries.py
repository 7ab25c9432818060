"""Rows about records of every kind: what they are called, in which order, and how many."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import override

from alima_site.editorial.models import Content, Source, Topic, TranslationCheck, one_act
from alima_site.editorial.summaries import form_address, kinds, name_of, past_rows, summaries
from partners.models import Partner
from tests.factories import make_partner, make_source, make_topic

pytestmark = pytest.mark.django_db


def made(model):
    return Q(slug__startswith="made-")


def labels(models):
    return [summary.label for summary in summaries(models, made)]


def test_a_record_is_called_by_its_name_in_the_readers_language_or_the_other():
    make_topic(name_fr="Eau", name_en="Water"), make_topic(name_fr="Sol", name_en="")
    with override("en"):
        assert sorted(labels([Topic])) == ["Sol", "Water"]
    with override("fr"):
        assert sorted(labels([Topic])) == ["Eau", "Sol"]


def test_a_figure_in_a_name_is_its_value():
    make_topic(name_en="After [[figure:unmet-needs]]")
    with override("en"):
        assert labels([Topic]) == ["After 50%"]


def test_the_latest_change_comes_first_whatever_the_kind_and_the_rest_is_left_out():
    records = [make_topic(), make_source(title="New"), make_partner(acronym="LAST")]
    for number, record in enumerate(records):
        moment = timezone.now() + datetime.timedelta(hours=number)
        type(record).objects.filter(pk=record.pk).update(updated_at=moment)
    found = summaries([Topic, Source, Partner], made, most=2)
    assert [(each.model, each.label) for each in found] == [(Partner, "LAST"), (Source, "New")]
    assert summaries([], made) == []


def test_a_summary_leads_to_its_form_at_a_field():
    topic = make_topic()
    (summary,) = summaries([Topic], made)
    assert (summary.key, summary.kind) == (topic.pk, str(Topic._meta.verbose_name))
    assert summary.form("name_en") == f"/admin/editorial/topic/{topic.pk}/change/#field-name_en"
    assert form_address(Topic, topic.pk) == f"/admin/editorial/topic/{topic.pk}/change/"


def test_what_has_no_name_cannot_be_listed():
    with pytest.raises(LookupError, match="TranslationCheck"):
        name_of(TranslationCheck)


def test_kinds_are_those_a_user_may_work_on():
    assert all(issubclass(model, Content) for model in kinds())
    assert kinds(AnonymousUser()) == []
    assert kinds(User(is_superuser=True, is_active=True)) == kinds()


def test_the_past_tells_what_somebody_did_and_not_what_the_site_loaded():
    assert past_rows([], 5) == []
    assert past_rows([Topic, Source], 5) == []
    editor = User.objects.create_user("awa")
    for name in ("One", "Two", "Three"):
        with one_act(editor):
            make_topic(name_en=name, name_fr=name)
    rows = past_rows([Topic, Source], 2)
    told = [(row["its_name"], row["its_author"], row["history_type"]) for row in rows]
    assert told == [("Three", "awa", "+"), ("Two", "awa", "+")]
