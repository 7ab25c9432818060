"""Which options the filters of research offer, and how many records each leaves."""

import re

import pytest
from django.test import Client

from research.filters import PublicationFilter, StudyFilter
from tests.factories import make_collaboration, make_publication, make_study, make_topic

pytestmark = pytest.mark.django_db
STUDIES, PUBLICATIONS = "/en/research/studies/", "/en/research/publications/"


def found(address, **query):
    return {record.slug for record in Client().get(address, query).context["page_obj"]}


def option(page, value):
    """The label of the option, as in “Ebola (6)”."""
    return re.search(f'<option value="{value}"[^>]*>([^<]+)<', page)[1].strip()


def test_every_option_says_how_many_records_it_leaves():
    for address, filter_set in ((STUDIES, StudyFilter), (PUBLICATIONS, PublicationFilter)):
        form = Client().get(address).context["form"]
        for name, field in form.fields.items():
            for value, label in field.choices:
                if value:
                    n = int(re.search(r"\((\d+)\)$", label)[1])
                    assert n == len(set(filter_set({name: value}).qs)), (name, value)


def test_counts_follow_what_else_is_chosen():
    page = Client().get(STUDIES, {"country": "CD"}).content.decode()
    assert option(page, "ebola") == "Ebola (2)"
    assert option(page, "lassa-fever") == "Lassa fever (0)"
    assert option(page, "CD") == "Democratic Republic of the Congo (3)"


def test_drafts_are_no_option_and_no_way_to_a_record():
    topic = make_topic(slug="hidden-topic", state="draft")
    ally = make_collaboration(slug="hidden-ally", state="draft")
    study = make_study(slug="hidden-study", state="draft")
    for each in (study, shown := make_study(slug="shown")):
        each.diseases.set([topic])
        each.collaborations.set([ally])
    make_publication(study=study, slug="of-a-draft")
    for address in (STUDIES, PUBLICATIONS):
        assert "hidden-" not in Client().get(address).content.decode()
    assert shown.slug in found(STUDIES, page=2)  # undated, so the last
    assert len(found(PUBLICATIONS, study="hidden-study")) == 18  # not understood, left out
