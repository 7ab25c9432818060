"""What is a link of a chain: only what rests on a source of the record and is public."""

import pytest
from django.test import Client
from django.utils.translation import override

from tests.factories import (
    make_indicator,
    make_practice_change,
    make_publication,
    make_source,
    make_statistic,
    make_study,
)

pytestmark = pytest.mark.django_db


def links(study):
    context = Client().get(f"/en/research/studies/{study}/").context
    return [(entry["kind"], str(entry["date"])) for entry in context["chain"]]


def test_only_values_that_rest_on_a_source_of_the_record_belong_to_it():
    ours, theirs = make_source(), make_source()
    indicator = make_indicator()
    study = make_study(slug="counted", source=ours, indicator=indicator)
    make_publication(study=study)
    make_statistic(value=111222, indicator=indicator, source=ours)
    make_statistic(value=333444, indicator=indicator, source=theirs)
    make_statistic(value=555666, source=ours)
    make_statistic(value=777888, indicator=indicator, source=ours, state="draft")
    page = Client().get("/en/research/studies/counted/").content.decode()
    assert "111,222" in page
    for other in ("333,444", "555,666", "777,888"):
        assert other not in page


def test_a_change_that_is_not_public_is_no_link():
    study = make_study(slug="quiet")
    make_publication(study=study)
    make_practice_change(study=study, title_en="Zwischenruf", state="draft")
    assert [kind for kind, _date in links("quiet")] == ["Study", "Publication"]


def test_a_practice_has_its_place_on_the_page_of_its_study():
    with override("en"):
        change = make_practice_change(study=make_study(slug="taken-up"))
        address, _hash, anchor = change.get_absolute_url().partition("#")
    assert f'id="{anchor}"' in Client().get(address).content.decode()
