"""The word in an address: none of the site's own, and kept while a text names it."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from django.utils.translation import override

from alima_site.editorial.models import Topic
from alima_site.editorial.models.content import RESERVED_SLUGS, validate_not_reserved
from tests.factories import make_fact, make_figure, make_partner, make_project, make_statistic

NAMED = {"name_fr": "Un nom", "name_en": "A name"}


def own_words(language):
    """The last words of the site's own addresses where the address of a record could end."""
    with override(language):
        for room in ("portal", "partners", "programs", "research"):
            _prefix, resolver = get_resolver().namespace_dict[room]
            for name in filter(lambda key: isinstance(key, str), resolver.reverse_dict):
                with suppress(NoReverseMatch, Resolver404):
                    above, _slash, word = reverse(f"{room}:{name}").strip("/").rpartition("/")
                    if "slug" in resolve(f"/{above}/made-up/").kwargs:
                        yield word


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_word_of_the_sites_own_addresses_is_reserved(language):
    words = set(own_words(language))
    assert len(words) > 3
    assert words <= RESERVED_SLUGS


def test_a_reserved_word_is_refused_by_its_name():
    with override("en"), pytest.raises(ValidationError, match="“studies” is a word of the site's"):
        validate_not_reserved("studies")


def test_capitals_make_no_other_word_and_a_longer_word_is_one():
    with pytest.raises(ValidationError):
        validate_not_reserved("Studies")
    validate_not_reserved("studies-of-2020")


@pytest.mark.parametrize("word", ["two words", "été", "a/b", "a.b", "", "x" * 81])
def test_an_address_word_is_letters_digits_and_hyphens(word):
    with pytest.raises(ValidationError) as refused:
        Topic(slug=word, **NAMED).clean_fields()
    assert set(refused.value.message_dict) == {"slug"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_record_has_one_address_a_language_whichever_is_active(language):
    with override(language):
        assert make_partner(slug="one").addresses() == {
            "fr": "/fr/partenaires/one/",
            "en": "/en/partners/one/",
        }


@pytest.mark.django_db
def test_a_page_of_many_records_is_the_address_of_none():
    assert make_fact().addresses() == make_statistic().addresses() == {}


@pytest.mark.django_db
def test_a_project_stands_below_its_country_and_a_figure_has_files():
    project = make_project(slug="care")
    assert project.addresses()["en"] == "/en/programmes/niger/care/"
    figure = make_figure(slug="made")
    assert figure.addresses()["short"] == "/f/made/"
    assert figure.addresses()["json"] == "/data/figures/made.json"
    assert figure.addresses()["en"] == "/en/figures/made/"
