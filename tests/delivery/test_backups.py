"""A backup's file is whole or refused; its rows are the same text on every database."""

import datetime
import json
from io import BytesIO

import pytest
from django.utils import timezone

from alima_site.delivery.backups import rows
from alima_site.delivery.backups.archive import DamagedError, reading, writing
from alima_site.editorial.models import Topic
from tests.factories import make_message, make_topic


@pytest.fixture
def backup(tmp_path):
    path = tmp_path / "backup.zip"
    with writing(path) as archive:
        archive.writestr("a", b"some text" * 99)
        archive.writestr("contents.json", b"{}")
    return path


def test_a_whole_file_is_read(backup):
    with reading(backup) as archive:
        assert archive.read("contents.json") == b"{}"
    assert backup.stat().st_mode & 0o077 == 0, "others may not read it"


def test_a_flipped_byte_is_noticed_wherever_it_is(backup):
    whole = backup.read_bytes()
    for position in range(len(whole)):
        backup.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        with pytest.raises(DamagedError), reading(backup):
            pass


def test_a_file_that_is_cut_or_longer_is_noticed(backup):
    whole = backup.read_bytes()
    for damaged in (*(whole[:end] for end in range(len(whole))), whole + b"0", b"0" + whole):
        backup.write_bytes(damaged)
        with pytest.raises(DamagedError), reading(backup):
            pass


def test_a_backup_that_breaks_off_leaves_the_one_before(backup):
    before = backup.read_bytes()
    with pytest.raises(OSError, match="disk is full"), writing(backup):
        raise OSError("the disk is full")
    assert backup.read_bytes() == before
    assert list(backup.parent.iterdir()) == [backup]


@pytest.mark.django_db
def test_rows_come_back_as_they_were_to_the_microsecond():
    message = make_message(text="« Où ? »\n\\ \x7f")
    moment = timezone.now().replace(microsecond=123456)
    type(message).objects.filter(pk=message.pk).update(received_at=moment)
    text = BytesIO()
    before = rows.write(type(message), text)
    type(message).objects.all().delete()
    text.seek(0)
    rows.read(type(message), text)
    assert rows.write(type(message)) == before
    assert type(message).objects.get(pk=message.pk).received_at == moment


@pytest.mark.django_db
def test_the_number_of_a_deleted_row_is_not_given_again():
    gone = make_topic()
    number = gone.pk
    gone.delete()
    assert rows.last_number(Topic) == number
    rows.continue_after(Topic, number + 10)
    assert make_topic().pk == number + 11


def test_moments_and_times_are_written_in_full():
    moment = datetime.datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=datetime.UTC)
    assert json.dumps(moment, cls=rows.Exact) == '"2026-01-02T03:04:05.678901+00:00"'
