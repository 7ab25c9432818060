"""Rows of a form that two editors work on: nobody loses one, and both versions are shown."""

import pytest

from tests.factories import make_country, make_presence
from tests.newsroom import address, opened, sent_again, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def country():
    country = make_country()
    make_presence(country, "2011", "2012")
    return country


def both_save(country, theirs, mine):
    """What Awa sees who opened the form before Ben saved his changes."""
    awa, ben = somebody("publisher", "awa"), somebody("publisher", "ben")
    url = address(country, "change")
    opened_by_awa = opened(awa, url)
    assert ben.post(url, opened(ben, url) | theirs).status_code == 302
    return awa, awa.post(url, opened_by_awa | mine)


def test_a_row_that_only_the_other_changed_is_as_it_is_now(country):
    theirs, mine = {"presences-0-end": "2013"}, {"summary_en": "Words of Awa"}
    awa, page = both_save(country, theirs, mine)
    [clash] = page.context["conflict"].clashes
    assert ("2013" in clash.theirs, "2012" in clash.mine, clash.both) == (True, True, False)
    assert awa.post(address(country, "change"), sent_again(page)).status_code == 302
    country.refresh_from_db()
    assert (country.presences.get().end, country.summary_en) == ("2013", "Words of Awa")


def test_a_row_that_both_changed_stays_as_typed_beside_what_was_saved(country):
    _awa, page = both_save(country, {"presences-0-end": "2013"}, {"presences-0-end": "2014"})
    [clash] = page.context["conflict"].clashes
    assert ("2013" in clash.theirs, "2014" in clash.mine, clash.both) == (True, True, True)
    assert sent_again(page)["presences-0-end"] == ["2014"]


def test_a_new_row_is_kept_while_the_other_takes_one_away(country):
    source = str(country.source.pk)
    new = {"presences-1-start": "2020", "presences-1-source": source, "presences-1-id": ""}
    awa, page = both_save(
        country, {"presences-0-DELETE": "on"}, new | {"presences-TOTAL_FORMS": "2"}
    )
    assert awa.post(address(country, "change"), sent_again(page)).status_code == 302
    assert [presence.start for presence in country.presences.all()] == ["2020"]
