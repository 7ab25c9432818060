"""With which sentence a file is refused, and the renderer that could say nothing."""

import re
import signal
from subprocess import CompletedProcess

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from alima_site.editorial.pictures.door import LOGO_DOOR, PHOTO_DOOR, check_format, verdict_of


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize(
    ("promised", "actual", "door", "sentence"),
    [
        ("PNG", "SVG", LOGO_DOOR, "Export it as: PNG, WebP."),
        ("JPEG", "", PHOTO_DOOR, "no picture we know. These are taken: JPEG, PNG, WebP, AVIF."),
        ("JPEG", "GIF", PHOTO_DOOR, "of another kind: GIF. These are taken: JPEG, PNG, WebP"),
        ("JPEG", "JPEG", LOGO_DOOR, "of another kind: JPEG. These are taken: PNG, WebP."),
        ("JPEG", "PNG", PHOTO_DOOR, "does not end as its content is (PNG)"),
        ("", "PNG", PHOTO_DOOR, "does not end as its content is (PNG)"),
    ],
)
def test_the_refusal_says_what_the_file_is_and_what_is_taken(promised, actual, door, sentence):
    with pytest.raises(ValidationError, match=re.escape(sentence)):
        check_format(promised, actual, door)


@pytest.mark.parametrize(
    ("ended", "refused"),
    [
        (-signal.SIGPROF, "time"),
        (-signal.SIGXCPU, "time"),
        (-signal.SIGKILL, "time"),
        (-signal.SIGSEGV, "damaged"),
        (1, "damaged"),
    ],
)
def test_a_renderer_that_could_say_nothing_is_understood_by_how_it_ended(ended, refused):
    assert verdict_of(CompletedProcess([], ended, b"{}")) == {"refused": refused}
