"""The order of the desk: what is wrong first, a few rows before all of them, the latest on top."""

import datetime

import pytest

from alima_site.editorial import desk
from alima_site.editorial.desk import Change, Row, Section

NOW = datetime.datetime(2024, 5, 1, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def empty(monkeypatch):
    """A desk on which nobody has put anything."""
    monkeypatch.setattr(desk, "_rows", desk.defaultdict(list))
    monkeypatch.setattr(desk, "_changes", [])


def named(rows):
    return [row.label for row in rows]


def section(slug, user=None):
    return next(each for each in desk.sections(user) if each.slug == slug)


def test_a_section_without_rows_is_there_to_say_so():
    assert [each.slug for each in desk.sections(None)] == list(desk.SECTIONS)
    assert all(each.rows == [] and each.title for each in desk.sections(None))


def test_rows_are_asked_for_each_user_and_stand_in_their_section():
    desk.register("review", lambda user: [Row(f"for {user}", "/")])
    assert named(section("review", "awa").rows) == ["for awa"]
    assert section("drafts", "awa").rows == []


def test_what_contradicts_itself_comes_before_what_is_only_due():
    desk.register("figures", lambda user: [Row("due", "/"), Row("old", "/", badge_kind="draft")])
    desk.register("figures", lambda user: [Row("wrong", "/", badge_kind="conflict")])
    assert named(section("figures").rows) == ["wrong", "due", "old"]


def test_the_first_rows_are_shown_and_the_others_are_one_click_away():
    rows = [Row(str(n), "/") for n in range(desk.SHOWN + 2)]
    shown = Section("review", "In review", rows)
    assert shown.first + shown.others == rows
    assert len(shown.first) == desk.SHOWN
    assert Section("review", "In review", rows[:3]).others == []


def test_no_section_is_longer_than_a_page_and_what_is_wrong_is_never_cut_off():
    desk.register("figures", lambda user: [Row("due", "/")] * 2 * desk.MOST)
    desk.register("figures", lambda user: [Row("wrong", "/", badge_kind="conflict")])
    rows = section("figures").rows
    assert len(rows) == desk.MOST
    assert rows[0].label == "wrong"


def test_the_latest_changes_of_all_rooms_stand_in_one_order():
    def changes(*days):
        return lambda user: [Change(NOW + datetime.timedelta(day), user, str(day)) for day in days]

    desk.register_changes(changes(3, 1))
    desk.register_changes(changes(2, *range(-20, 0)))
    found = desk.latest_changes("awa")
    assert [change.what for change in found][:4] == ["3", "2", "1", "-1"]
    assert len(found) == desk.CHANGES
