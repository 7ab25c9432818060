"""What cannot be loaded for more than one cell: of a file, or of rows that do not fit."""

import pytest
from django.core.management import CommandError, call_command

from tests.editorial.content_files.edits import edit

pytestmark = pytest.mark.django_db


def test_a_file_without_rows_is_refused(files):
    header = files["quotes.csv"].read_text(encoding="utf-8").splitlines()[0]
    files["quotes.csv"].write_text(header + "\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"quotes\.csv, line 1.*no rows"):
        call_command("load_content")


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_refused(encoding, files):
    text = files["partners.csv"].read_text(encoding="utf-8")
    files["partners.csv"].write_bytes(text.encode(encoding))
    with pytest.raises(CommandError, match=r"partners\.csv, line \d+, column .*UTF-8"):
        call_command("load_content")


def test_a_missing_file_is_named(files):
    files["quotes.csv"].unlink()
    with pytest.raises(CommandError, match=r"quotes\.csv"):
        call_command("load_content")


def test_what_is_known_of_a_member_must_be_of_one_that_is_named(files):
    edit(files["memberships.csv"], "prevac,NIH,NIH", "prevac,Yale,Yale")
    with pytest.raises(CommandError, match=r"memberships.csv, line \d+, column member_en"):
        call_command("load_content")


def test_a_circle_of_subsets_in_the_file_is_refused(files):
    edit(
        files["patient_statistics.csv"],
        'ALIMA,,,"Patients treated in 2015',
        'ALIMA,,all-2015-hosp,"Patients treated in 2015',
    )
    with pytest.raises(CommandError, match=r"subset_of.*circle"):
        call_command("load_content")


def test_overlapping_presences_in_the_file_are_refused(files):
    edit(files["presences.csv"], "HT,2010,2012", "HT,2010,2024-06")
    with pytest.raises(CommandError, match=r"presences\.csv.*overlaps"):
        call_command("load_content")
