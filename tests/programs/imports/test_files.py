"""Files of figures: what is read without a complaint, what is refused row by row, or as a whole."""

import pytest

from alima_site.editorial.models import ImportRun
from programs.models import PatientStatistic
from tests.programs.imports.files import (
    CLEAN,
    CLEAN_WORKBOOKS,
    MESSY,
    MESSY_WORKBOOKS,
    UNREADABLE,
)
from tests.programs.imports.steps import confirm, send

pytestmark = pytest.mark.django_db


def everything():
    return list(PatientStatistic.objects.order_by("pk").values())


@pytest.mark.parametrize("content", CLEAN.values(), ids=CLEAN)
def test_csv_is_read_as_french_excel_writes_it(content, admin_client):
    plan = send(admin_client, content).context["plan"]
    assert [entry.faults for entry in plan.entries] == [[]]
    assert plan.entries[0].after["value"] == 1234
    assert plan.entries[0].after["period_end"] == "2024-12-31"


@pytest.mark.parametrize("content", CLEAN_WORKBOOKS.values(), ids=CLEAN_WORKBOOKS)
def test_workbooks_are_read_as_excel_writes_them(content, admin_client):
    plan = send(admin_client, content, "chiffres.xlsx").context["plan"]
    assert [entry.faults for entry in plan.entries] == [[]]
    assert plan.entries[0].after["value"] == 1234
    assert plan.entries[0].after["period_end"] == "2024-12-31"


FILES = [(name, "a.csv", *case) for name, case in MESSY.items()]
FILES += [(name, "a.xlsx", *case) for name, case in MESSY_WORKBOOKS.items()]


@pytest.mark.parametrize(
    ("name", "content", "cell", "words"), [c[1:] for c in FILES], ids=[c[0] for c in FILES]
)
def test_a_messy_file_is_answered_row_by_row_and_changes_nothing(
    name, content, cell, words, admin_client
):
    before = everything()
    page = send(admin_client, content, name)
    refused = [fault for entry in page.context["plan"].entries for fault in entry.faults]
    assert any(fault.cell == cell and words in fault.reason for fault in refused), refused
    assert "refusé" in page.content.decode()
    after = confirm(admin_client, page)
    assert "Rien n’a été importé" in after.content.decode()
    assert everything() == before


@pytest.mark.parametrize(("content", "name", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_table_is_refused_on_the_form(content, name, words, admin_client):
    page = send(admin_client, content, name)
    errors = page.context["form"].errors["file"]
    assert words in str(errors)
    assert not ImportRun.objects.exists()
