"""
Opens one uploaded picture and makes what is kept of it: pixels only, in several widths.

    python renderer.py FORMAT WIDTHS ENDINGS FOLDER <picture

It runs as a process of its own, which may take only so much memory and time: a file made
to exhaust the site exhausts this process, and one that breaks a decoder breaks only it.
The files go to FOLDER as `640.avif`; what became of the picture is printed as JSON.
"""

import json
import resource
import signal
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

MEGABYTE = 1024**2
MEMORY = 184 * MEGABYTE
SECONDS_TO_OPEN, SECONDS = 1.5, 10  # of the processor
# The most megapixels: JPEG is read at a part of its size, PNG once, the others several times.
MEGAPIXELS = {"JPEG": 40, "PNG": 36, "WEBP": 8, "AVIF": 10}
PROGRESSIVE = 20  # JPEG that is kept whole while it is read
FLATTEST = 10  # times as wide as high, or as high as wide
TALLEST = 1.5  # times as high as wide are all renditions
BAND = 64  # lines, once shrunk, that are converted at a time
GAP = 1.5  # times its largest rendition is the picture shrunk to first, quickly
AS_SAVED: dict[str, dict[str, Any]] = {
    "avif": {"quality": 55, "speed": 8, "max_threads": 1},
    "webp": {"quality": 74, "method": 3},
    "jpg": {"quality": 78, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}
FORMATS = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
# Orientation as cameras write it, and what sets the picture upright.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ORIENTATION, GPS = 0x0112, 0x8825
# What Pillow calls what it found beside the pixels, and what we call it.
BESIDE = {
    "exif": "exif", "xmp": "xmp", "XML:com.adobe.xmp": "xmp", "photoshop": "iptc",
    "icc_profile": "icc", "comment": "text",
}  # fmt: skip


class Refused(Exception):  # noqa: N818  (a verdict, not a fault)
    """The picture is not taken: a code, and the numbers its sentence needs."""

    def __init__(self, code: str, **numbers: Any) -> None:
        super().__init__(code)
        self.verdict = {"refused": code, **numbers}


def render(kind: str, widths: list[int], endings: list[str], folder: Path) -> dict[str, Any]:
    Image.MAX_IMAGE_PIXELS = None  # we have limits of our own
    # A file, not a pipe: it is read piece by piece.
    image = Image.open(sys.stdin.buffer, formats=[kind])
    check(image, kind)
    orientation = image.getexif().get(ORIENTATION, 1)
    width, height = image.size[::-1] if orientation in (5, 6, 7, 8) else image.size
    sizes = sizes_for(width, height, widths)
    pixels = upright(pixels_of(image, max(sizes), orientation), orientation)
    removed = beside_pixels(image)
    del image
    # What costs time and memory is done; the rest depends on our own widths alone.
    signal.setitimer(signal.ITIMER_PROF, 0)
    if "jpg" in endings:
        pixels = on_white(pixels)
    for size in sizes:
        scaled = pixels.resize(size, Image.Resampling.LANCZOS)
        scaled.info.clear()
        for ending in endings:
            path = folder / f"{size[0]}.{ending}"
            scaled.save(path, FORMATS[ending], **AS_SAVED[ending])
    return {"sizes": sizes, "removed": removed, "original": [width, height]}


def check(image: Image.Image, kind: str) -> None:
    """Refuse by what the header says, before anything is decoded."""
    width, height = image.size
    limit = PROGRESSIVE if image.info.get("progressive") else MEGAPIXELS[kind]
    if width * height > limit * 1_000_000:
        raise Refused("too_large", megapixels=round(width * height / 1e6), limit=limit)
    if max(width, height) > FLATTEST * min(width, height):
        raise Refused("too_flat", width=width, height=height)
    # A phone puts a second, smaller picture behind its JPEG: that is no animation.
    if kind != "JPEG" and getattr(image, "n_frames", 1) > 1:
        raise Refused("animated")


def sizes_for(width: int, height: int, widths: list[int]) -> list[tuple[int, int]]:
    """The sizes of the renditions, none larger than the picture, none too tall."""
    scales = {min(1, w / width, TALLEST * w / height) for w in widths}
    sizes = {(max(1, round(width * s)), max(1, round(height * s))) for s in scales}
    return sorted({size[0]: size for size in sorted(sizes)}.values())


def pixels_of(image: Image.Image, size: tuple[int, int], orientation: int) -> Image.Image:
    """
    The whole picture decoded, in sRGB with 8 bits a channel, at most about twice as large as
    `size`. Shrunk band by band, so that a large picture is never in memory twice.
    """
    wanted = size[::-1] if orientation in (5, 6, 7, 8) else size
    image.draft(None, wanted)  # JPEG is decoded at a part of its size
    image.load()
    profile = image.info.get("icc_profile")
    part = max(1, int(min(image.width / wanted[0], image.height / wanted[1]) / GAP))
    mode = in_srgb(eight_bits(image.crop((0, 0, 1, 1))), profile).mode
    whole = Image.new(mode, (-(-image.width // part), -(-image.height // part)))
    for top in range(0, image.height, BAND * part):
        box = (0, top, image.width, min(top + BAND * part, image.height))
        band = in_srgb(eight_bits(image.crop(box)).reduce(part), profile)
        whole.paste(band, (0, top // part))
    return whole


def eight_bits(image: Image.Image) -> Image.Image:
    """The same in a mode that can be scaled: grey, colour or CMYK, perhaps with transparency."""
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in ("I", "F"):
        image = image.convert("L")
    if "transparency" in image.info or image.mode in ("PA", "LA", "La", "RGBa"):
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as screens show them; a profile that is broken or does not fit is ignored."""
    plain = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode=plain)
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None
        if converted:
            return converted
    return image.convert(plain)


def upright(image: Image.Image, orientation: int) -> Image.Image:
    return image.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else image


def on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency."""
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def beside_pixels(image: Image.Image) -> list[str]:
    """What the file held that is not kept."""
    found = {BESIDE[name] for name in image.info if name in BESIDE}
    if image.getexif().get_ifd(GPS):
        found.add("gps")
    if getattr(image, "text", None):
        found.add("text")
    return sorted(found)


def main(kind: str, widths: str, endings: str, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.setitimer(signal.ITIMER_PROF, SECONDS_TO_OPEN)  # then the system ends it
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sizes = [int(width) for width in widths.split(",")]
    try:
        verdict = render(kind, sizes, endings.split(","), Path(folder))
    except Refused as refusal:
        verdict = refusal.verdict
    except MemoryError:
        verdict = {"refused": "memory"}
    except Exception:  # whatever a decoder raises on what it cannot read
        verdict = {"refused": "damaged"}
    print(json.dumps(verdict))


if __name__ == "__main__":
    main(*sys.argv[1:])
