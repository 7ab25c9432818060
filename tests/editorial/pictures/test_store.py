"""Where the files of pictures are kept, and which of them are cleared away."""

import datetime

import pytest

from alima_site.editorial.pictures import store


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


FILES = {"480.avif": b"small", "800.avif": b"large"}


def test_what_is_kept_is_read_back_under_a_key_nobody_guesses():
    key, other = store.keep(FILES), store.keep(FILES)
    assert key != other
    assert len(key) == 32
    with store.read(key, "800.avif") as file:
        assert file.read() == b"large"
    assert store.is_kept(key, "480.avif")
    assert not store.is_kept(key, "1200.avif")


def test_before_the_first_picture_there_is_nothing():
    assert store.by_key() == {}
    assert store.remove_strays(set()) == 0


def test_a_key_takes_all_its_files_with_it_and_no_others():
    key, other = store.keep(FILES), store.keep(FILES)
    store.remove(key)
    store.remove("no-such-key")
    assert {key: len(paths) for key, paths in store.by_key().items()} == {other: 2}


def test_files_no_record_names_are_cleared_away_once_they_are_old(monkeypatch):
    known, stray = store.keep(FILES), store.keep(FILES)
    assert store.remove_strays({known}) == 0
    monkeypatch.setattr(store, "GRACE", -datetime.timedelta(minutes=1))
    assert store.remove_strays({known}) == 1
    assert set(store.by_key()) == {known}
    assert stray != known
