"""Which files are let in, and with which sentence the others are refused."""

import re
import signal
from subprocess import CompletedProcess

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import override

from alima_site.editorial.pictures.door import (
    LOGO_DOOR,
    PHOTO_DOOR,
    SCAN,
    admit,
    check_format,
    verdict_of,
)
from tests.editorial.pictures.files import encoded
from tests.pictures import uploaded


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


@pytest.mark.parametrize("kind", PHOTO_DOOR.takes)
def test_a_file_that_is_what_its_name_says_is_taken(kind):
    check_format(kind, kind, PHOTO_DOOR)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF"])
def test_a_logo_is_no_photograph(kind):
    name = {"JPEG": "a.jpg", "AVIF": "a.avif"}[kind]
    with pytest.raises(ValidationError, match=re.escape("PNG, WebP")):
        admit(uploaded(encoded(kind), name), LOGO_DOOR)


def test_a_file_that_is_too_large_is_refused_before_it_is_read():
    unread = UploadedFile(file=None, name="a.jpg", size=15 * 1024**2 + 60_000)
    with pytest.raises(ValidationError, match=r"has 15.1 MB; a picture may have 15 MB at most"):
        admit(unread, PHOTO_DOOR)


def test_a_file_of_the_largest_size_is_looked_at():
    upload = uploaded(bytes(15 * 1024**2))
    with pytest.raises(ValidationError, match="no picture we know"):
        admit(upload, PHOTO_DOOR)


def test_the_ending_of_a_name_may_be_in_capitals():
    drawn_over_and_over = encoded("JPEG", size=(9, 9)) + SCAN * 101
    with pytest.raises(ValidationError, match="takes too long to open"):
        admit(uploaded(drawn_over_and_over, "IMG.JPEG"), PHOTO_DOOR)


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
