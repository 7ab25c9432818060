import json
import re
import shutil

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from alima_site.delivery.static import SHEET, BundledSheet, HashedStorage
from alima_site.delivery.stylesheet import bundle, minify

SHEETS = {
    "css/site.css": """/* The one sheet. */
        @layer base, parts;
        @import url("base.css") layer(base);
        @import url("parts/a.css") layer(parts);
    """,
    "css/base.css": "b { color: red; }\n",
    "css/parts/a.css": 'i { background: url("../../img/a.svg"); }\n',
}


def test_every_import_is_put_in_its_layer_with_its_addresses_right():
    assert bundle("css/site.css", SHEETS.get) == (
        '@layer base,parts;@layer base{b{color:red}}@layer parts{i{background:url("../img/a.svg")}}'
    )


@pytest.mark.parametrize("form", ['@import "a.css";', "@import url(base.css) print;"])
def test_an_import_of_another_form_is_refused(form):
    with pytest.raises(ValueError, match=r"css/site\.css: an import"):
        bundle("css/site.css", {"css/site.css": form}.get)


def test_an_import_inside_an_imported_sheet_is_refused():
    nested = SHEETS | {"css/base.css": '@import url("more.css") layer(more);'}
    with pytest.raises(ValueError, match="an import"):
        bundle("css/site.css", nested.get)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("a :hover { margin: 0 auto ; }", "a :hover{margin:0 auto}"),
        ("a/* one */b { c: 1px/* two */2px; } /* three */", "a b{c:1px 2px}"),
        ("p { inline-size: calc(1px + 2px - (3px)); }", "p{inline-size:calc(1px + 2px - (3px))}"),
        ("q { quotes: '« /* ; ' \" » \"; }", "q{quotes:'« /* ; ' \" » \"}"),
        ('q { content: "\\" ; /* }"; }', 'q{content:"\\" ; /* }"}'),
        ("i { src: url( 'a.svg#b' ) }", 'i{src:url("a.svg#b")}'),
        ("i { src: url(data:image/png;base64,AA==) }", 'i{src:url("data:image/png;base64,AA==")}'),
        ("@media (a: 1) and (b: 2) { a , b { c: d } }", "@media (a:1) and (b:2){a,b{c:d}}"),
    ],
)
def test_only_what_means_nothing_is_left_out(text, short):
    assert minify(text) == short
    assert minify(short) == short


def sources():
    """As collectstatic hands them over: every file of every app by its name."""
    found = [(path, storage) for f in finders.get_finders() for path, storage in f.list([])]
    return {path: (storage, path) for path, storage in found}


def test_the_real_sheet_is_one_and_names_every_layer():
    text = BundledSheet(sources()).open(SHEET).read().decode()
    assert "@import" not in text
    assert "/*" not in text
    for layer in ("tokens", "base", "layout", "components"):
        assert f"@layer {layer}{{" in text
    assert text.count("{") == text.count("}")
    assert {found[0] for found in re.findall(r'url\("([^"]+)"', text)} == {"."}


def test_an_import_of_a_missing_file_is_named():
    files = sources()
    del files["css/print.css"]
    with pytest.raises(ValueError, match=r"css/print\.css, which does not exist"):
        BundledSheet(files).open(SHEET)


def collected(root, files):
    """The names after collecting: file → hashed file."""
    for outcome in HashedStorage(location=root).post_process(files):
        assert not isinstance(outcome[2], Exception), outcome
    return json.loads((root / "staticfiles.json").read_text())["paths"]


@pytest.fixture
def two_folders(tmp_path):
    """The sources of a small site, and the folder with their copies."""
    for name, text in SHEETS.items():
        path = tmp_path / "from" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    image = tmp_path / "from" / "img" / "a.svg"
    image.parent.mkdir()
    image.write_text("<svg/>")
    shutil.copytree(tmp_path / "from", tmp_path / "to")
    storage = FileSystemStorage(tmp_path / "from")
    return {name: (storage, name) for name in (*SHEETS, "img/a.svg")}, tmp_path / "to"


def test_a_second_collection_gives_the_same_names(two_folders):
    files, root = two_folders
    names = collected(root, files)
    assert names == collected(root, files)
    assert names["img/a.svg"].removeprefix("img/") in (root / names["css/site.css"]).read_text()


def test_a_changed_component_changes_the_one_sheet_though_its_copy_is_old(two_folders):
    files, root = two_folders
    before = collected(root, files)["css/site.css"]
    (root.parent / "from" / "css" / "base.css").write_text("b { color: blue; }")
    after = collected(root, files)["css/site.css"]
    assert before != after
    assert "color:blue" in (root / after).read_text()
