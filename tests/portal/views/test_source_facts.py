"""What is said of a source beside its title: what is known, and that its date is not."""

import pytest
from django.utils.translation import override

from alima_site.editorial.models import Source
from alima_site.portal.views.sources import source_facts


def facts(language="en", **known):
    source = Source(**{"title": "A report", "publisher": "WHO", "language": "fr"} | known)
    with override(language):
        return {fact.label: fact.value for fact in source_facts(source)}


def test_all_that_is_known_is_told():
    known = {"published": "2021-03", "consulted": "2024-05-01", "url": "https://who.example/"}
    assert facts(**known) == {
        "Publisher": "WHO",
        "Published": "March 2021",
        "Read on": "1\u00a0May 2024",
        "Language": "French",
        "Address": "https://who.example/",
    }


@pytest.mark.parametrize(("language", "words"), [("en", "not published"), ("fr", "non publié")])
def test_a_date_that_is_not_published_is_no_gap_in_silence(language, words):
    assert words in facts(language).values()


def test_what_is_not_known_takes_no_line():
    assert set(facts(publisher="")) == {"Published", "Language"}
