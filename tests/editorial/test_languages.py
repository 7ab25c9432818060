"""What is said in one language only: of a record, of a kind of records."""

import pytest

from alima_site.editorial.languages import coverage, missing_in, missing_names, pairs
from alima_site.editorial.models import AuditEntry, Topic
from partners.models import Partner
from tests.factories import make_partner, make_topic


def test_texts_in_two_languages_go_by_their_common_name():
    assert "role" in pairs(Partner)
    assert not [name for name in pairs(Partner) if name.endswith(("_fr", "_en"))]
    assert pairs(AuditEntry) == []


@pytest.mark.parametrize(
    ("texts", "french", "english"),
    [
        ({"role_fr": "Le rôle", "role_en": "The role"}, [], []),
        ({"role_fr": "Le rôle"}, [], ["role"]),
        ({"role_en": "The role"}, ["role"], []),
        ({}, [], []),  # what is said in neither is not missing
        ({"role_fr": "Le rôle", "note_en": "A note"}, ["note"], ["role"]),
    ],
)
def test_a_text_is_missing_where_only_the_other_language_has_it(texts, french, english):
    partner = Partner(**texts)
    assert missing_names(partner, "fr") == french
    assert missing_names(partner, "en") == english


@pytest.mark.django_db
def test_the_database_finds_the_same_records():
    whole, lacks = make_partner(), make_partner(role_fr="")
    silent = make_partner(note_fr="", note_en="")
    ours = Partner.objects.filter(pk__in=[whole.pk, lacks.pk, silent.pk])
    assert list(ours.filter(missing_in(Partner, "fr"))) == [lacks]
    assert not ours.filter(missing_in(Partner, "en"))


@pytest.mark.django_db
def test_nothing_is_missing_in_a_kind_without_texts_in_two_languages():
    AuditEntry.objects.create(kind=AuditEntry.Kind.REFUSED)
    assert not AuditEntry.objects.filter(missing_in(AuditEntry, "fr"))


@pytest.mark.django_db
def test_the_coverage_of_several_kinds_is_asked_at_once(django_assert_num_queries):
    make_topic(name_en="")
    with django_assert_num_queries(1):
        found = coverage([Topic, Partner])
    topics = Topic.objects.count()
    assert found[Topic].total == topics
    assert found[Topic].in_language == {"fr": topics, "en": topics - 1}
    assert found[Partner].total == Partner.objects.count()


@pytest.mark.django_db
def test_a_kind_without_records_is_covered_by_none(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert coverage([]) == {}
