"""Bare numbers in the portal's own prose are found, wherever they are, and figures offered."""

from io import StringIO

import pytest
from django.contrib.auth.models import Permission, User
from django.core.management import CommandError, call_command
from django.urls import reverse

from alima_site.editorial.models import Figure, Indicator, Source
from alima_site.editorial.own_prose import all_passages, findings
from partners.models import PartnershipPrinciple
from tests.factories import make_figure, make_indicator, make_principle, make_source, make_statistic

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
CHECK = "admin:editorial_figure_check"


def run():
    """What the command says, and whether it is content."""
    out = StringIO()
    try:
        call_command("check_figures", stdout=out)
    except CommandError as error:
        return out.getvalue(), error.returncode
    return out.getvalue(), 0


def test_the_shipped_prose_has_no_bare_number():
    assert findings() == []
    assert run() == ("No bare number in the portal's own prose.\n", 0)


def test_it_reads_records_templates_and_the_catalogue():
    places = [passage.place for passage in all_passages()]
    assert "templates/portal/home.html" in places
    assert "alima_site/locale/fr/LC_MESSAGES/django.po" in places
    indicators = Indicator.objects.filter(definition_en__gt="").count()
    definitions = [passage for passage in all_passages() if passage.field == "definition_en"]
    assert len(definitions) == indicators > 0


def test_a_bare_number_is_listed_with_its_record_field_and_text():
    make_indicator(slug="made", definition_en="Such as 98,765 children", definition_fr="50 % ici")
    said, status = run()
    assert status == 1
    assert "indicator made, definition_en: Such as 98,765 children" in said
    assert "indicator made, definition_fr: 50 % ici" in said


def test_figures_and_statistics_of_the_value_are_offered():
    make_statistic(slug="made-stat", value=5_000_000)
    make_figure(slug="made", definition_en="After 5 million patients")
    (finding,) = findings()
    offered = [offer.token for offer in finding.offers]
    assert "[[stat:made-stat]]" in offered
    assert "[[figure:patients-total/p-5m-2019]]" in offered
    assert "[[stat:made-stat]]" in run()[0]


def test_the_current_version_is_offered_first_and_without_its_name():
    make_figure(definition_en="Some 13 million patients")
    (finding,) = findings()
    assert finding.offers[0].token == "[[figure:patients-total]]"


def test_a_percentage_is_offered_percentages_only():
    make_statistic(slug="made-fifty", value=50)
    make_figure(definition_en="It is 50% of all")
    (finding,) = findings()
    assert [offer.token for offer in finding.offers] == ["[[figure:unmet-needs]]"]


@pytest.mark.parametrize("number", ["9" * 40, "9" * 25 + " million", "0.123456789%"])
def test_a_number_no_record_can_hold_is_found_without_offers(number):
    make_figure(definition_en=f"As many as {number}")
    (finding,) = findings()
    assert finding.offers == []


def test_a_token_is_no_bare_number():
    make_figure(definition_en="Some [[figure:patients-total]] patients in 2023")
    assert findings() == []


def test_text_with_a_source_of_its_own_is_left_out():
    make_principle(text_en="98,765 children", note_en="98,765 children")
    make_source(note_en="98,765 children")
    assert findings() == []
    assert PartnershipPrinciple.carries_its_source
    assert Source.carries_its_source
    assert not Figure.carries_its_source


@pytest.mark.parametrize(
    ("template", "excerpt"),
    [
        ("<p>We treated 98,765 children</p>", "We treated 98,765 children"),
        ('<p>{% translate "98,765 children" %}</p>', "98,765 children"),
        ('<img alt="98,765 children">', "98,765 children"),
        ('{% include "x.html" with text=_("98,765 children") %}', "98,765 children"),
        ("<p>98&#8239;765 enfants</p>", "98 765 enfants"),
    ],
)
def test_what_a_template_says_is_read(template, excerpt, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    (tmp_path / "made.html").write_text(template, encoding="utf-8")
    settings.LOCALE_PATHS = []
    assert {finding.number.excerpt for finding in findings()} == {excerpt}


@pytest.mark.parametrize(
    "template",
    [
        '<svg viewBox="0 0 12000 30000"><path d="M12345 67890"></path></svg>',
        "{# 98,765 #}{% comment %}98,765{% endcomment %}{{ value|default:98765 }}",
        '<p>{% figure "patients-total" %} patients in 2023</p>',
    ],
)
def test_what_a_template_does_not_say_is_not_read(template, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    settings.LOCALE_PATHS = []
    (tmp_path / "made.html").write_text(template, encoding="utf-8")
    assert findings() == []


def test_a_catalogue_is_read_in_both_languages(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": []}]
    settings.LOCALE_PATHS = [tmp_path]
    (tmp_path / "fr" / "LC_MESSAGES").mkdir(parents=True)
    path = tmp_path / "fr" / "LC_MESSAGES" / "django.po"
    path.write_text(
        'msgid ""\nmsgstr "Created: 12345"\n\n'
        'msgid ""\n"After 98,765 "\n"children"\nmsgstr "Après 98 765 enfants"\n',
        encoding="utf-8",
    )
    found = [(f.passage.field, f.passage.language, f.number.value) for f in findings()]
    assert found == [("msgid", "en", 98765), ("msgstr", "fr", 98765)]


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Bare numbers in the portal’s own prose"), ("fr", "Nombres isolés")],
)
def test_the_admin_has_the_same_list(admin_client, language, title):
    figure = make_figure(definition_en="Some 13 million patients")
    page = admin_client.get(reverse(CHECK), headers={"accept-language": language})
    html = page.content.decode()
    assert title in html
    assert "Some 13 million patients" in html
    assert "<code>[[figure:patients-total]]</code>" in html
    assert reverse("admin:editorial_figure_change", args=[figure.pk]) in html
    assert reverse(CHECK) in admin_client.get(reverse("admin:editorial_figure_changelist")).text


def test_the_list_is_for_staff_who_may_see_figures(client):
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    client.force_login(reader)
    assert client.get(reverse(CHECK)).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="view_figure"))
    assert client.get(reverse(CHECK)).status_code == 200
    client.logout()
    assert client.get(reverse(CHECK)).status_code == 302


def test_a_form_warns_and_saves(admin_client):
    indicator = Indicator.objects.get(slug="sam_children")
    data = {
        "name_fr": "Nom", "name_en": "Name", "unit": "people", "slug": indicator.slug,
        "definition_en": "Some 13 million patients", "definition_fr": "", "state": "published",
        "publish_at_0": "", "publish_at_1": "", "expire_at_0": "", "expire_at_1": "",
    }  # fmt: skip
    address = reverse("admin:editorial_indicator_change", args=[indicator.pk])
    answer = admin_client.post(address, data, follow=True, headers={"accept-language": "en"})
    indicator.refresh_from_db()
    assert indicator.definition_en == "Some 13 million patients"
    (warning,) = [m for m in answer.context["messages"] if m.level_tag == "warning"]
    assert str(warning) == (
        "Definition [en]: “Some 13 million patients” has a bare number; write "
        "[[figure:patients-total]], [[figure:patients-total/p-13m-2013]]."
    )
