"""Which pictures the renderer refuses by their header, and which it still takes."""

from types import SimpleNamespace

import pytest

from alima_site.editorial.pictures import renderer
from alima_site.editorial.pictures.renderer import Refused


def header(width=640, height=400, frames=1, **info):
    return SimpleNamespace(size=(width, height), n_frames=frames, info=info)


@pytest.mark.parametrize(
    ("kind", "image", "verdict"),
    [
        ("JPEG", header(10_000, 4001), {"refused": "too_large", "megapixels": 40, "limit": 40}),
        ("WEBP", header(4000, 2001), {"refused": "too_large", "megapixels": 8, "limit": 8}),
        ("PNG", header(1001, 100), {"refused": "too_flat", "width": 1001, "height": 100}),
        ("PNG", header(100, 1001), {"refused": "too_flat", "width": 100, "height": 1001}),
        ("PNG", header(frames=2), {"refused": "animated"}),
    ],
)
def test_the_header_alone_says_why_a_picture_is_refused(kind, image, verdict):
    with pytest.raises(Refused) as refused:
        renderer.check(image, kind)
    assert refused.value.verdict == verdict


def test_a_jpeg_that_is_kept_whole_while_it_is_read_may_be_half_as_large():
    with pytest.raises(Refused) as refused:
        renderer.check(header(5000, 4001, progressive=1), "JPEG")
    assert refused.value.verdict["limit"] == 20


@pytest.mark.parametrize(
    ("kind", "image"),
    [
        ("JPEG", header(10_000, 4000)),
        ("JPEG", header(5000, 4000, progressive=1)),
        ("AVIF", header(5000, 2000)),
        ("PNG", header(1000, 100)),
        ("JPEG", header(frames=2)),  # of a phone: a second, smaller picture
    ],
)
def test_a_picture_at_the_limit_is_taken(kind, image):
    renderer.check(image, kind)
