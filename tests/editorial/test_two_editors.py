"""A form opened before somebody else's save is refused, and nobody loses a word."""

import pytest
from django.contrib import admin
from django.db import IntegrityError

from alima_site.editorial.models import Topic
from partners.models import PartnershipPrinciple
from programs.models import CountryProgramme
from tests.factories import make_country, make_partner, make_presence, make_principle, make_topic
from tests.newsroom import address, opened, sent_again, somebody

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]


@pytest.fixture
def awa():
    return somebody("publisher", "awa")


@pytest.fixture
def ben():
    return somebody("publisher", "ben")


def test_the_second_save_is_refused_and_both_versions_are_shown(awa, ben):
    partner = make_partner()
    url = address(partner, "change")
    mine, theirs = opened(awa, url), opened(ben, url)
    assert ben.post(url, theirs | {"role_en": "Words of Ben"}).status_code == 302
    page = awa.post(url, mine | {"role_en": "Words of Awa"})
    assert page.status_code == 200
    partner.refresh_from_db()
    assert partner.role_en == "Words of Ben"
    [clash] = page.context["conflict"].clashes
    assert (clash.theirs, clash.mine, clash.both) == ("Words of Ben", "Words of Awa", True)
    assert page.context["adminform"].form["role_en"].value() == "Words of Awa"
    assert "ben saved this record" in page.content.decode()
    again = mine | {"role_en": "Both", "seen": page.context["version"]}
    assert awa.post(url, again).status_code == 302


def test_what_only_the_other_changed_is_taken_into_the_form(awa, ben):
    partner = make_partner()
    url = address(partner, "change")
    mine, theirs = opened(awa, url), opened(ben, url)
    ben.post(
        url,
        theirs
        | {"name_en": "A name by Ben", "publish_at_0": "2020-01-02", "publish_at_1": "10:00"},
    )
    page = awa.post(url, mine | {"role_en": "Words of Awa"})
    form = page.context["adminform"].form
    assert form["name_en"].value() == "A name by Ben"
    assert form["role_en"].value() == "Words of Awa"
    assert "2020" in str(form["publish_at"])


def test_rows_of_the_form_are_kept_too(awa, ben):
    country = make_country()
    presence = make_presence(country, "2011", "2012")
    url = address(country, "change")
    mine, theirs = opened(awa, url), opened(ben, url)
    gone = theirs | {"presences-0-DELETE": "on"}
    assert ben.post(url, gone).status_code == 302
    page = awa.post(url, mine | {"presences-0-note_en": "A note by Awa"})
    formset = page.context["inline_admin_formsets"][0].formset
    assert formset.forms[0]["note_en"].value() == "A note by Awa"
    again = sent_again(page)
    assert awa.post(url, again).status_code == 302
    assert country.presences.get().note_en == "A note by Awa"
    assert country.presences.get().pk != presence.pk


def test_a_record_deleted_meanwhile_becomes_a_new_one_with_all_words(awa):
    country = make_country()
    make_presence(country, "2011")
    url = address(country, "change")
    mine = opened(awa, url) | {"summary_en": "Words of Awa"}
    somebody("administrator").post(address(country, "delete"), {"post": "yes"})
    assert not CountryProgramme.objects.filter(pk=country.pk).exists()
    page = awa.post(url, mine)
    assert page.context["adminform"].form["summary_en"].value() == "Words of Awa"
    assert awa.post(address(country, "add"), sent_again(page)).status_code == 302
    again = CountryProgramme.objects.get(slug=country.slug)
    assert (again.summary_en, again.state) == ("Words of Awa", "draft")
    assert again.presences.get().start == "2011"


def test_who_may_no_longer_save_can_copy_what_was_written():
    writer, publisher = somebody("writer"), somebody("publisher")
    topic = make_topic(state="in_review")
    url = address(topic, "change")
    mine = opened(writer, url) | {"name_en": "Words of a writer"}
    publisher.post(url, opened(publisher, url) | {"_step": "publish"})
    page = writer.post(url, mine)
    assert page.status_code == 409
    assert "Words of a writer" in page.content.decode()
    assert Topic.objects.get(pk=topic.pk).name_en == "A topic (en)"


def listed(client, url):
    formset = client.get(url).context["cl"].formset
    data = {}
    data |= {
        f"form-{n}": formset.management_form[n].value() for n in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    for form in formset.forms:
        data |= {form[name].html_name: form[name].value() for name in ("id", "position")}
        data[form["seen"].html_name] = form.version
    return data | {"_save": "1"}


def position_of(data, record):
    number = next(k for k, v in data.items() if k.endswith("-id") and v == record.pk)
    return number.replace("-id", "-position")


def test_the_list_is_as_careful_as_the_form(awa, ben):
    one, other = make_principle(position=910), make_principle(position=920)
    url = address(PartnershipPrinciple, "changelist") + "?kind=commitment"
    mine, theirs = listed(awa, url), listed(ben, url)
    assert ben.post(url, theirs | {position_of(theirs, one): "930"}).status_code == 302
    page = awa.post(url, mine | {position_of(mine, one): "940", position_of(mine, other): "925"})
    assert page.status_code == 200
    assert PartnershipPrinciple.objects.get(pk=one.pk).position == 930
    html = page.content.decode()
    assert 'value="940"' in html
    assert "ben saved this record" in html
    somebody("administrator").post(address(other, "delete"), {"post": "yes"})
    told = awa.post(url, mine | {position_of(mine, other): "926"}, follow=True).content.decode()
    assert "926" in told
    assert "deleted meanwhile" in told


def test_a_form_of_what_never_was_is_sent_in_vain(awa):
    url = address(make_topic(), "change").replace("/change/", "x/change/")
    assert awa.post(url, {"name_en": "Words"}).status_code == 302


def test_who_saves_the_same_at_the_same_moment_sees_the_form_again(awa, monkeypatch):
    def overtaken(*args):
        monkeypatch.undo()
        make_topic(slug="water")
        raise IntegrityError

    url = address(Topic, "add")
    mine = opened(awa, url) | {"slug": "water", "name_fr": "Eau", "name_en": "Words of Awa"}
    monkeypatch.setattr(admin.ModelAdmin, "changeform_view", overtaken)
    form = awa.post(url, mine).context["adminform"].form
    assert form["name_en"].value() == "Words of Awa"
    assert "This address word is taken already." in form.non_field_errors()


def test_rows_that_are_sent_as_new_though_they_are_there_change_nothing(awa):
    country = make_country()
    make_presence(country, "2011", "2012")
    url = address(country, "change")
    answer = awa.post(url, opened(awa, url) | {"presences-INITIAL_FORMS": "0"})
    assert answer.status_code == 400
    assert country.presences.count() == 1
