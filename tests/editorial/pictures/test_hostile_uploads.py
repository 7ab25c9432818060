"""Hostile uploads are refused or cleaned with a sentence, in little memory."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from PIL import Image

from alima_site.editorial.pictures.door import PHOTO_DOOR, run_renderer
from alima_site.editorial.pictures.formats import end_of, format_of
from tests.editorial.pictures.files import MARK, many_scans
from tests.editorial.pictures.sending import send_all
from tests.editorial.pictures.uploads import cleaned, refused

REFUSED, CLEANED = refused(), cleaned()
TRACES = [
    MARK.encode(),
    b"Exif",
    b"http://ns.adobe.com",
    b"xmpmeta",
    b"8BIM",
    b"ICC_PROFILE",
    b"PK\3\4",
]


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """What became of each upload, sent one after the other through a process of its own."""
    return send_all(REFUSED | CLEANED, tmp_path_factory.mktemp("pictures"))


@pytest.mark.parametrize("label", REFUSED)
def test_a_hostile_upload_is_refused_with_its_reason(label, sent):
    assert not sent[label]["kept"]
    assert REFUSED[label].sentence in sent[label]["said"]


@pytest.mark.parametrize("label", CLEANED)
def test_a_picture_with_something_beside_it_is_cleaned_and_says_so(label, sent):
    assert sent[label]["kept"], sent[label]["said"]
    assert CLEANED[label].sentence in sent[label]["said"]


@pytest.mark.parametrize("label", CLEANED)
def test_a_rendition_holds_its_pixels_and_nothing_else(label, sent):
    files = sorted(sent[label]["folder"].iterdir())
    assert {path.suffix for path in files} == {".avif", ".webp", ".jpg"}
    for path in files:
        data = path.read_bytes()
        assert not [trace for trace in TRACES if trace in data], path
        assert end_of(data, format_of(data)) == len(data), path
        with Image.open(path) as image:
            image.load()
            assert not dict(image.getexif())
            assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)


def test_no_upload_takes_200_megabytes(sent):
    too_much = {label: e["megabytes"] for label, e in sent.items() if e["megabytes"] >= 200}
    assert not too_much
    assert len(sent) >= 60


def test_the_renderer_gives_up_in_time():
    with override("en"), pytest.raises(ValidationError, match="too long to open"):
        run_renderer(many_scans(400), "JPEG", PHOTO_DOOR)
