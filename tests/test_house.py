"""Rules of the house that no other tool looks at."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest
from django.conf import settings

from tests import schema

ROOMS = ["alima_site", "partners", "programs", "research"]
MODULES = [path for room in ROOMS for path in (settings.BASE_DIR / room).rglob("*.py")]
TESTS = list((settings.BASE_DIR / "tests").rglob("*.py"))
TEMPLATES = list((settings.BASE_DIR / "templates").rglob("*.html"))
SHEETS = list((settings.BASE_DIR / "static" / "css").rglob("*.css"))


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def nine_in_ten(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) * 9 // 10]


def test_no_module_is_a_drawer():
    drawers = {"utils", "helpers", "common", "core", "misc"}
    assert not [path for path in MODULES if drawers & {path.stem, *path.parts[-3:-1]}]


def test_files_are_short_enough_to_be_read():
    assert not [p for p in MODULES if lines(p) > 400]
    assert nine_in_ten([lines(p) for p in MODULES]) <= 200
    assert median([lines(p) for p in MODULES + TESTS]) <= 60
    assert not [p for p in TEMPLATES if lines(p) > 120]
    assert not [p for p in SHEETS if lines(p) > 200]


def test_tests_are_four_fifths_of_the_code():
    assert sum(map(lines, TESTS)) >= 0.8 * sum(map(lines, MODULES))


def test_a_third_of_the_templates_are_components():
    components = [path for path in TEMPLATES if path.parent.name == "components"]
    assert len(components) >= len(TEMPLATES) / 3


def test_functions_are_short_enough_to_be_seen_at_once():
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES)
    functions = [f for tree in trees for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)]
    lengths = [f.end_lineno - f.lineno + 1 for f in functions]
    assert max(lengths) <= 50
    assert nine_in_ten(lengths) <= 20


def test_components_name_their_inputs():
    components = [p for p in TEMPLATES if p.parent.name == "components"]
    assert components
    for path in components:
        assert path.read_text(encoding="utf-8").startswith("{% comment %}"), path


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_have_no_inline_style_or_script(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*(?:src=|application/ld))|\son\w+=", text)


def test_colours_live_in_the_tokens_only():
    for path in SHEETS:
        if path.name != "tokens.css":
            assert not re.search(r"#[0-9a-f]{3,8}\b|rgb\(", path.read_text(), re.IGNORECASE), path


def test_every_sheet_is_part_of_the_one_stylesheet():
    site = (settings.BASE_DIR / "static" / "css" / "site.css").read_text()
    imported = set(re.findall(r'url\("([^"]+)"\)', site))
    sheets = {p.relative_to(settings.BASE_DIR / "static" / "css").as_posix() for p in SHEETS}
    assert imported == {name for name in sheets if not name.startswith(("site", "admin"))}


def test_every_component_sheet_dresses_a_class_that_is_used():
    markup = " ".join(p.read_text(encoding="utf-8") for p in TEMPLATES)
    for path in SHEETS:
        if path.parent.name == "components" and path.name != "filter-form.css":
            assert path.stem in markup, path


def test_the_picture_of_the_schema_is_that_of_the_models():
    assert schema.FILE.read_text(encoding="utf-8") == schema.picture(), "run `make schema`"
