"""The name of the code: another one whenever pages may say something else."""

import pytest

from alima_site.delivery.release import release


@pytest.fixture
def house(settings, tmp_path):
    """A small house with one file of each kind."""
    settings.BASE_DIR, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    for name in ("partners/views.py", "templates/base.html", "static/staticfiles.json"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text("the same")
    return tmp_path


def now():
    return release.__wrapped__()


def test_the_same_house_has_the_same_name(house):
    assert now() == now()
    assert len(now()) == 12


@pytest.mark.parametrize("name", ["partners/views.py", "templates/base.html"])
def test_another_text_of_code_or_template_gives_another_name(house, name):
    before = now()
    (house / name).write_text("another")
    assert now() != before


@pytest.mark.parametrize("suffix", [".py", ".html", ".mo", ".json", ".txt"])
def test_a_new_file_and_a_moved_one_give_another_name(house, suffix):
    names = {now()}
    path = house / "partners" / f"new{suffix}"
    path.write_text("new")
    names.add(now())
    path.rename(path.with_stem("moved"))
    names.add(now())
    assert len(names) == 3


def test_other_names_of_static_files_give_another_name(house):
    before = now()
    (house / "static" / "staticfiles.json").write_text("{}")
    assert now() != before


def test_what_shows_on_no_page_gives_none(house):
    before = now()
    (house / "partners" / "views.pyc").write_text("compiled")
    (house / "tests").mkdir()
    (house / "tests" / "test_a.py").write_text("a test")
    assert now() == before


@pytest.mark.parametrize("name", ["CONTROLLER", "HOSTED_BY", "SECURITY_CONTACT"])
def test_what_legal_pages_say_of_the_environment_counts(house, settings, name):
    before = now()
    setattr(settings, name, "somebody else")
    assert now() != before


def test_a_house_without_collected_files_has_a_name_too(house):
    (house / "static" / "staticfiles.json").unlink()
    assert now()
