"""The French catalogue: complete, compiled, and set in French typography."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils.translation import gettext, override

CATALOGUE = Path(settings.LOCALE_PATHS[0]) / "fr" / "LC_MESSAGES" / "django.po"


def french():
    return [
        (entry, text)
        for entry in polib.pofile(str(CATALOGUE))
        for text in ([entry.msgstr, *entry.msgstr_plural.values()])
        if text
    ]


def test_every_text_is_translated():
    missing = [entry.msgid for entry in polib.pofile(str(CATALOGUE)) if not entry.translated()]
    assert not missing


def test_the_compiled_catalogue_holds_the_same():
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    said = {(e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in compiled}
    written = {
        (e.msgctxt, e.msgid): (e.msgstr, e.msgstr_plural) for e in polib.pofile(str(CATALOGUE))
    }
    assert said == written


def test_a_known_word_is_spoken_in_both_languages():
    with override("fr"):
        assert gettext("Partners") == "Partenaires"
    with override("en"):
        assert gettext("Partners") == "Partners"


def test_french_has_french_spaces_and_apostrophes():
    for entry, text in french():
        prose = re.sub(r"<[^>]*>|%\(\w+\)s|https?:\S+", "", text)
        assert not re.search(r" [;:!?%»]|« |\w'\w", prose), entry.msgid


def test_path_words_of_the_plan():
    words = {"figures/": "chiffres/", "research/": "recherche/", "about/": "a-propos/"}
    with override("fr"):
        assert {word: gettext(word) for word in words} == words


@pytest.mark.skipif(not shutil.which("msgmerge"), reason="gettext is not installed")
def test_the_catalogue_holds_every_text_of_the_code(tmp_path):
    """Collected anew from a copy of the sources, it has no text more and none less."""
    for name in ("alima_site", "partners", "programs", "research", "templates"):
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name)
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    command = ["makemessages", "--locale=fr", "--no-location", "--no-obsolete"]
    subprocess.run([sys.executable, "manage.py", *command], cwd=tmp_path, check=True)
    copy = tmp_path / CATALOGUE.relative_to(settings.BASE_DIR)
    collected = {(e.msgctxt, e.msgid) for e in polib.pofile(str(copy))}
    assert collected == {(e.msgctxt, e.msgid) for e in polib.pofile(str(CATALOGUE))}
