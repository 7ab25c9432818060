"""A content file that changed changes what no editor touched."""

import pytest

from alima_site.editorial.models import FigureVersion
from partners.models import Partner
from tests.editorial.content_files.edits import edit

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]


def test_a_changed_file_changes_what_no_editor_touched(files, load):
    edit(files["partners.csv"], "Association Keoogo", "Keoogo renamed")
    assert "1 changed" in load()
    assert Partner.objects.get(slug="keoogo").name_en == "Keoogo renamed"


def test_a_column_called_as_a_text_of_the_record_is_read_into_it(files, load):
    header, first, *rest = files["partners.csv"].read_text("utf-8").splitlines()
    lines = [f"{header},story,story_fr", f"{first},Told,Raconté !", *(f"{row},," for row in rest)]
    files["partners.csv"].write_text("\n".join(lines), "utf-8")
    assert "1 changed" in load()
    befen = Partner.objects.get(slug="befen")
    assert (befen.story_en, befen.story_fr) == ("Told", "Raconté\u202f!")


def test_the_current_version_can_move_from_one_row_to_another(files, load):
    edit(files["headline_figures.csv"], "14,patients-total,yes", "14,patients-total,")
    edit(files["headline_figures.csv"], "12,patients-total,,", "12,patients-total,yes,")
    load()
    assert FigureVersion.objects.get(figure__slug="patients-total", is_current=True).slug == "p-10m"


def test_a_row_that_left_its_file_is_reported(files, load):
    lines = files["quotes.csv"].read_text(encoding="utf-8").splitlines(keepends=True)
    gone = lines.pop()
    files["quotes.csv"].write_text("".join(lines), encoding="utf-8")
    additions = files["additions.csv"]
    kept = [
        line
        for line in additions.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(f"quotes.csv,{gone.split(',')[0]},")
    ]
    additions.write_text("".join(kept), encoding="utf-8")
    assert load().endswith("1 no longer in the file")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(files, load):
    text = files["partners.csv"].read_text(encoding="utf-8")
    files["partners.csv"].write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load().startswith("0 created, 0 changed")
