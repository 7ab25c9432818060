"""What a file would do is shown first; then all of it is done, or nothing."""

import pytest

from tests.programs.imports.files import row
from tests.programs.imports.steps import CHANGE, confirm, imported, published, send
from tests.sheets import HEADER, csv

pytestmark = pytest.mark.django_db


def test_published_rows_change_sums_and_the_page_says_so_first(admin_client):
    page = send(admin_client, csv(HEADER, row("1 234"), row("900", year=2023)), publish="on")
    after = page.context["plan"].effects[0]["after"]["fr"]
    assert "2\u202f134" in after
    confirm(admin_client, page)
    assert imported().published().count() == 2


def test_an_empty_cell_leaves_a_record_as_it_is(admin_client):
    published(place="Somewhere")
    page = send(admin_client, csv(["ID", "Lieu", "Valeur"], ["made-row", "", "500"]))
    assert page.context["plan"].counts["same"] == 1


def test_it_is_refused_when_the_record_changed_after_it_was_shown(admin_client):
    record = published(state="draft")
    page = send(admin_client, CHANGE)
    record.value = 505
    record.save()
    after = confirm(admin_client, page)
    assert "Rien n’a été importé" in after.content.decode()
    record.refresh_from_db()
    assert record.value == 505
    confirm(admin_client, after)
    record.refresh_from_db()
    assert record.value == 510


def test_a_part_follows_its_whole_in_the_same_file(admin_client):
    whole, part = ["whole", *row(), "", ""], ["part", *row(300), "whole", "Made town"]
    head = ["ID", *HEADER, "Partie de", "Lieu"]
    confirm(admin_client, send(admin_client, csv(head, whole, part)))
    assert imported().get(slug="part").subset_of.slug == "whole"


def test_a_second_press_imports_nothing_twice(admin_client):
    page = send(admin_client, csv(HEADER, row()))
    confirm(admin_client, page)
    data = {"confirm": "1", "seen": page.context["plan"].fingerprint}
    admin_client.post(page.request["PATH_INFO"], data)
    assert imported().count() == 1
