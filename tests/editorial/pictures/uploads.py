"""Uploads that must do no harm, each with what is said of it."""

from collections.abc import Callable
from typing import NamedTuple

from tests.editorial.pictures.files import (
    HEIC,
    HTML,
    MARK,
    NOISE,
    PHP,
    SVG,
    XMP,
    animated,
    archive,
    broken,
    chunk,
    encoded,
    exif,
    flipped,
    iptc,
    jpeg_claiming,
    many_scans,
    noise,
    packed_zeros,
    png,
    segment,
    with_segments,
    with_text,
)


class Upload(NamedTuple):
    name: str
    make: Callable[[], bytes]
    sentence: str  # part of what is said in English; empty when there is nothing to say


NO_PICTURE, DAMAGED = "no picture we know", "damaged or incomplete"


def refused() -> dict[str, Upload]:
    return of_another_kind() | broken_or_too_much()


def of_another_kind() -> dict[str, Upload]:
    return {
        "SVG": Upload("a.svg", lambda: SVG, "An SVG file can hold programs"),
        "SVG as PNG": Upload("a.png", lambda: b"<?xml version='1.0'?>\n" + SVG, "An SVG file"),
        "GIF": Upload("a.gif", lambda: encoded("GIF"), "of another kind: GIF"),
        "animated GIF as JPEG": Upload("a.jpg", lambda: animated("GIF"), "of another kind: GIF"),
        "TIFF": Upload("a.jpg", lambda: encoded("TIFF"), "of another kind: TIFF"),
        "BMP": Upload("a.png", lambda: encoded("BMP"), "of another kind: BMP"),
        "ICO": Upload("a.png", lambda: encoded("ICO", size=(32, 32)), "of another kind: ICO"),
        "JPEG 2000": Upload("a.jpg", lambda: encoded("JPEG2000"), "of another kind: JPEG 2000"),
        "PDF": Upload("a.jpg", lambda: encoded("PDF"), "of another kind: PDF"),
        "HEIC": Upload("a.jpg", lambda: HEIC, "of another kind: HEIC"),
        "ZIP": Upload("a.png", lambda: archive(), "of another kind: ZIP"),
        "HTML": Upload("a.jpg", lambda: HTML, "of another kind: HTML"),
        "PHP": Upload("a.jpg", lambda: PHP, "of another kind: PHP"),
        "program": Upload("a.jpg", lambda: b"MZ\x90\0" + bytes(200), NO_PICTURE),
        "text": Upload("a.jpg", lambda: b"Not a picture at all.", NO_PICTURE),
        "nothing": Upload("a.jpg", lambda: b"", NO_PICTURE),
        "zeros": Upload("a.jpg", lambda: bytes(5000), NO_PICTURE),
        "PNG as JPEG": Upload("a.jpg", lambda: encoded("PNG"), "does not end as its content"),
        "JPEG as WebP": Upload("a.webp", lambda: encoded("JPEG"), "does not end as its content"),
        "JPEG as PHP": Upload("a.jpg.php", lambda: encoded("JPEG"), "does not end as its content"),
        "JPEG without ending": Upload(
            "jpg", lambda: encoded("JPEG"), "does not end as its content"
        ),
    }


def broken_or_too_much() -> dict[str, Upload]:
    return {
        "PHP with the first bytes of a JPEG": Upload(
            "a.jpg", lambda: b"\xff\xd8\xff\xe0" + PHP, DAMAGED
        ),
        "half a JPEG": Upload("a.jpg", lambda: broken(noise("JPEG"), 0.5), DAMAGED),
        "the head of a JPEG": Upload("a.jpg", lambda: encoded("JPEG")[:30], DAMAGED),
        "half a PNG": Upload("a.png", lambda: broken(noise("PNG"), 0.5), DAMAGED),
        "a PNG with a wrong sum": Upload("a.png", lambda: flipped(noise("PNG")), DAMAGED),
        "half a WebP": Upload("a.webp", lambda: broken(noise("WEBP"), 0.5), DAMAGED),
        "half an AVIF": Upload("a.avif", lambda: broken(noise("AVIF"), 0.5), DAMAGED),
        "an AVIF of its name alone": Upload("a.avif", lambda: encoded("AVIF")[:40], DAMAGED),
        "animated PNG": Upload("a.png", lambda: animated("PNG"), "is animated"),
        "animated WebP": Upload("a.webp", lambda: animated("WEBP"), "is animated"),
        "animated AVIF": Upload("a.avif", lambda: animated("AVIF"), "is animated"),
        "a PNG of 900 megapixels": Upload("a.png", lambda: png(30000, 30000), "900 megapixels"),
        "a PNG of 2 billion lines": Upload(
            "a.png", lambda: png(2**31 - 1, 2**31 - 1), "megapixels"
        ),
        "a PNG of nothing": Upload("a.png", lambda: png(0, 0), DAMAGED),
        "a PNG without its pixels": Upload("a.png", lambda: png(5000, 5000), DAMAGED),
        "a JPEG of 3600 megapixels": Upload(
            "a.jpg", lambda: jpeg_claiming(60000, 60000), "3600 mega"
        ),
        "a WebP of 16 megapixels": Upload(
            "a.webp", lambda: encoded("WEBP", size=(4000, 4000), lossless=True), "16 megapixels"
        ),
        "a progressive JPEG of 25 megapixels": Upload(
            "a.jpg", lambda: encoded("JPEG", size=(5000, 5000), progressive=True), "25 megapixels"
        ),
        "a thread": Upload("a.png", lambda: encoded("PNG", size=(5000, 4)), "too long and narrow"),
        "text that unpacks to 200 MB": Upload(
            "a.png", lambda: png(9, 9, chunk(b"zTXt", b"a\0\0" + packed_zeros(200))), DAMAGED
        ),
        "a JPEG drawn 400 times": Upload("a.jpg", lambda: many_scans(400), "too long to open"),
        "16 MB": Upload("a.jpg", lambda: encoded("JPEG") + bytes(16 * 1024**2), "15 MB at most"),
    }


def cleaned() -> dict[str, Upload]:
    gps, behind = "(GPS)", "behind the end"
    return {
        "EXIF with GPS": Upload("a.jpg", lambda: encoded("JPEG", exif=exif()), gps),
        "EXIF in PNG": Upload("a.png", lambda: with_text(MARK), gps),
        "EXIF in WebP": Upload("a.webp", lambda: encoded("WEBP", exif=exif(), xmp=XMP), gps),
        "EXIF in AVIF": Upload("a.avif", lambda: encoded("AVIF", exif=exif(), xmp=XMP), gps),
        "XMP": Upload("a.jpg", lambda: encoded("JPEG", xmp=XMP), "(XMP)"),
        "IPTC": Upload("a.jpg", lambda: with_segments(iptc()), "(IPTC)"),
        "EXIF that is none": Upload(
            "a.jpg", lambda: with_segments(segment(0xE1, b"Exif\0\0" + NOISE)), ""
        ),
        "a JPEG that is a ZIP": Upload("a.jpg", lambda: encoded("JPEG") + archive(), behind),
        "a JPEG with HTML": Upload("a.jpg", lambda: encoded("JPEG") + HTML + MARK.encode(), behind),
        "a JPEG with PHP": Upload(
            "a.jpg", lambda: with_segments(segment(0xFE, PHP)), "hidden text"
        ),
        "a PNG with PHP": Upload("a.png", lambda: with_text(PHP.decode()), "hidden text"),
        "a PNG that is a ZIP": Upload("a.png", lambda: encoded("PNG") + archive(), behind),
        "a WebP with a tail": Upload("a.webp", lambda: encoded("WEBP") + NOISE, behind),
        "an AVIF with a tail": Upload("a.avif", lambda: encoded("AVIF") + NOISE, behind),
        "a JPEG with a second picture": Upload(
            "a.jpg", lambda: encoded("JPEG") * 2 + MARK.encode(), behind
        ),
        "a broken profile of colours": Upload(
            "a.jpg", lambda: encoded("JPEG", icc_profile=NOISE), ""
        ),
        "CMYK": Upload("a.jpg", lambda: encoded("JPEG", mode="CMYK", color=(255, 0, 0, 0)), ""),
        "16 bits": Upload("a.png", lambda: encoded("PNG", mode="I;16", color=40000), ""),
        "palette": Upload("a.png", lambda: encoded("PNG", mode="P", color=3, transparency=3), ""),
        "a full PNG of 36 megapixels": Upload(
            "a.png", lambda: encoded("PNG", size=(6000, 6000), mode="RGBA", compress_level=1), ""
        ),
        "a full JPEG of 40 megapixels": Upload(
            "a.jpg", lambda: encoded("JPEG", size=(8000, 5000)), ""
        ),
        "a full WebP of 8 megapixels": Upload(
            "a.webp", lambda: encoded("WEBP", size=(4000, 2000), mode="RGBA", lossless=True), ""
        ),
        "a full AVIF of 10 megapixels": Upload(
            "a.avif", lambda: encoded("AVIF", size=(4000, 2500), mode="RGBA", speed=10), ""
        ),
    }
