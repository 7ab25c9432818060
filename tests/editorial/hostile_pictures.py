"""
Uploads that must do no harm, made from nothing: `python -m tests.editorial.hostile_pictures
FOLDER` sends each through the door, writes what is kept of it to FOLDER, and prints as JSON
the sentence it was refused or cleaned with, and the memory and time it took.
"""

import io
import json
import os
import re
import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image, PngImagePlugin

ROOT = Path(__file__).parent.parent.parent
MARK = "MARKER-OF-THE-UPLOAD"  # stands in all that must not be kept
NOISE = b"\0\1\2\3MARKER-OF-THE-UPLOAD" * 40


class Upload(NamedTuple):
    name: str
    make: Callable[[], bytes]
    sentence: str  # part of what is said in English; empty when there is nothing to say


def encoded(kind: str, size=(640, 400), mode="RGB", color: object = "teal", **options) -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, color).save(content, kind, **options)
    return content.getvalue()


def animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (64, 64), color) for color in ("red", "blue")]
    content = io.BytesIO()
    frames[0].save(content, kind, save_all=True, append_images=frames[1:], duration=100)
    return content.getvalue()


def exif() -> Image.Exif:
    """What a phone writes: where, with what, and turned by a quarter."""
    data = Image.Exif()
    data[0x010E] = data[0x010F] = data[0x9286] = MARK
    data[0x0112] = 6
    data.get_ifd(0x8825).update({1: "N", 2: (13.0, 30.0, 53.0), 3: "E", 4: (2.0, 6.0, 33.0)})
    return data


XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>{MARK}</creator></x:xmpmeta>".encode()


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def with_segments(*segments: bytes) -> bytes:
    """A JPEG with these in front."""
    jpeg = encoded("JPEG")
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def iptc() -> bytes:
    record = b"\x1c\x02\x78" + struct.pack(">H", len(MARK)) + MARK.encode()
    resource_block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return segment(0xED, b"Photoshop 3.0\0" + resource_block)


def chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def png(width: int, height: int, *chunks: bytes, color=2) -> bytes:
    """A PNG whose header says what it likes."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, color, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(64)))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def with_text(text: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", text)
    info.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return encoded("PNG", pnginfo=info, exif=exif())


def packed_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1024**2)) for _n in range(megabytes)]
    return b"".join([*parts, packer.flush()])


def jpeg_claiming(width: int, height: int) -> bytes:
    """A small JPEG whose header claims another size."""
    data = bytearray(encoded("JPEG"))
    start = data.index(b"\xff\xc0") + 5
    data[start : start + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans(times: int) -> bytes:
    """A small file whose picture is drawn over and over again."""
    data = encoded("JPEG", size=(4400, 4400), progressive=True)
    start = data.rindex(b"\xff\xda")
    return data[:start] + data[start:-2] * times + data[-2:]


def archive() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("run.php", f"<?php echo '{MARK}';")
    return content.getvalue()


def broken(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def flipped(data: bytes, at: float = 0.6) -> bytes:
    """One byte in the middle is another one."""
    place = int(len(data) * at)
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


def noise(kind: str, **options) -> bytes:
    content = io.BytesIO()
    Image.effect_noise((640, 400), 80).convert("RGB").save(content, kind, **options)
    return content.getvalue()


SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HTML = b"<!doctype html><script>alert(1)</script>"
PHP = f"<?php system($_GET[0]); // {MARK}".encode()
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100)
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


def peak() -> int:
    """Megabytes at the highest point: this process, and the largest it started."""
    # Not what the system says of usage: that begins with the memory of whoever started us.
    own = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(int(own), others) // 1024


def send(name: str, data: bytes, folder: Path) -> dict[str, object]:
    from django.core.exceptions import ValidationError
    from django.core.files.uploadedfile import SimpleUploadedFile

    from alima_site.editorial.pictures.door import PHOTO_DOOR, admit

    start = time.perf_counter()
    try:
        kept = admit(SimpleUploadedFile(name, data), PHOTO_DOOR)
    except ValidationError as refusal:
        said, is_kept = " ".join(refusal.messages), False
    else:
        said, is_kept = ", ".join(map(str, kept.removed)), True
        folder.mkdir()
        for name, content in kept.files.items():
            (folder / name).write_bytes(content)
    return {"said": said, "kept": is_kept, "seconds": time.perf_counter() - start}


def send_all(uploads: dict[str, Upload], folder: Path) -> dict[str, dict]:
    """What became of each, sent one after the other through one process of its own."""
    (folder / "uploads").mkdir()
    for number, upload in enumerate(uploads.values()):
        (folder / "uploads" / f"{number}").write_bytes(upload.make())
    names = {number: upload.name for number, upload in enumerate(uploads.values())}
    (folder / "names.json").write_text(json.dumps(names))
    command = [sys.executable, "-m", __name__, folder]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    return {
        label: found[f"{number}"] | {"folder": folder / f"{number}"}
        for number, label in enumerate(uploads)
    }


def main(folder: Path) -> None:
    """Reads the uploads from FOLDER/uploads, so that making them costs no memory here."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "alima_site.settings"
    import django
    from django.utils.translation import override

    django.setup()
    found = {}
    for path in sorted((folder / "uploads").iterdir()):
        name = json.loads((folder / "names.json").read_text())[path.name]
        with override("en"):
            found[path.name] = send(name, path.read_bytes(), folder / path.name)
        found[path.name]["megabytes"] = peak()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
