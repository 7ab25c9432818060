import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from programs.models import CountryProgramme, Presence
from tests.factories import make_country, make_presence

pytestmark = pytest.mark.django_db


def unsaved(programme, start, end=""):
    return Presence(programme=programme, start=start, end=end, source=programme.source)


@pytest.mark.parametrize(("start", "end"), [("2012-12", ""), ("2008", "2010"), ("2011", "2011-06")])
def test_presences_of_one_country_never_overlap(start, end):
    country = make_country()
    make_presence(country, "2010", "2012")
    with pytest.raises(ValidationError, match="2010"):
        unsaved(country, start, end).full_clean()


@pytest.mark.parametrize(("start", "end"), [("2013", ""), ("2008", "2009-12")])
def test_presences_may_follow_each_other(start, end):
    country = make_country()
    make_presence(country, "2010", "2012")
    unsaved(country, start, end).full_clean()


def test_a_presence_may_end_in_the_year_it_started():
    unsaved(make_country(), "2012-04", "2012").full_clean()


def test_haiti_was_left_and_returned_to():
    haiti = CountryProgramme.objects.get(slug="haiti")
    intervals = [(presence.start, presence.end) for presence in haiti.presences.all()]
    assert intervals == [("2010", "2012"), ("2024-02", "")]


def change_presences(client, country, *rows):
    """Post the country's form with its presences as (existing or None, start, end)."""
    address = reverse("admin:programs_countryprogramme_change", args=[country.pk])
    form = client.get(address).context["adminform"].form
    data = {form.add_prefix(name): form[name].value() or "" for name in form.fields}
    data |= {"country": country.country.code, "further_sources": [], "co_managed_with": []}
    data |= {"publish_at_0": "", "publish_at_1": "", "expire_at_0": "", "expire_at_1": ""}
    existing = [row for row in rows if row[0]]
    data |= {
        "presences-TOTAL_FORMS": len(rows),
        "presences-INITIAL_FORMS": len(existing),
        "projects-TOTAL_FORMS": 0,
        "projects-INITIAL_FORMS": 0,
    }
    for i, (presence, start, end) in enumerate(rows):
        data |= {f"presences-{i}-start": start, f"presences-{i}-end": end}
        data |= {f"presences-{i}-source": country.source.pk}
        data |= {f"presences-{i}-id": presence.pk if presence else ""}
        data |= {f"presences-{i}-programme": country.pk}
    return client.post(address, data)


def test_one_form_may_end_a_presence_and_begin_the_next(admin_client):
    country = make_country()
    first = make_presence(country, "2010")
    response = change_presences(admin_client, country, (first, "2010", "2012"), (None, "2024", ""))
    assert response.status_code == 302, response.context["errors"]
    assert country.presences.count() == 2


def test_one_form_with_two_overlapping_presences_is_refused(admin_client):
    country = make_country()
    response = change_presences(admin_client, country, (None, "2010", "2012"), (None, "2011", ""))
    assert response.status_code == 200
    assert "2011" in str(response.context["errors"])
    assert not country.presences.exists()
