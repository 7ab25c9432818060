"""Addresses by name: known after the first time, and never in another reader's language."""

import pytest
from django.urls import NoReverseMatch
from django.utils.translation import override

from alima_site.delivery.reversing import reverse


def test_each_language_has_its_own_address_however_often_it_was_asked():
    for _n in range(2):
        for language, address in (("fr", "/fr/partenaires/befen/"), ("en", "/en/partners/befen/")):
            with override(language):
                assert reverse("partners:detail", args=["befen"]) == address


def test_each_record_has_its_own_whatever_holds_its_word():
    with override("en"):
        assert reverse("partners:detail", args=["a"]) == "/en/partners/a/"
        assert reverse("partners:detail", args=("b",)) == "/en/partners/b/"
        assert reverse("partners:detail", args=iter("c")) == "/en/partners/c/"


def test_a_name_that_leads_nowhere_is_a_mistake_of_ours():
    with pytest.raises(NoReverseMatch):
        reverse("partners:nowhere")
