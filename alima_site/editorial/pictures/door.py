"""Which uploaded files are taken as pictures; the others are refused with a sentence."""

import json
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.pictures.formats import ENDINGS, end_of, format_of

MEGABYTES = 15
SECONDS = 20  # by the clock, on a busy machine; renderer.py has limits of the processor's time
SCAN, SCANS = b"\xff\xda", 100  # how often a JPEG may go over its picture: ten times is usual
RENDERER = Path(__file__).with_name("renderer.py")

REFUSALS = {
    "too_large": _(
        "The picture has %(megapixels)s megapixels; %(limit)s is the most for this kind of file. "
        "Save it smaller."
    ),
    "too_flat": _(
        "The picture is %(width)s pixels wide and %(height)s high: too long and narrow to show."
    ),
    "animated": _("The picture is animated. Save one still image of it."),
    "memory": _("The picture takes too much memory to open. Save it smaller, or as JPEG."),
    "time": _("The picture takes too long to open. Save it anew, smaller, as JPEG."),
    "damaged": _("The picture is damaged or incomplete: it cannot be opened to the end."),
}
REMOVED = {
    "gps": _("the place where it was taken (GPS)"),
    "exif": _("data of the camera (EXIF)"),
    "xmp": _("data of editing programs (XMP)"),
    "iptc": _("data of picture agencies (IPTC)"),
    "text": _("hidden text"),
    "behind": _("data behind the end of the picture"),
}


@dataclass(frozen=True)
class Door:
    """What one kind of picture may be, and what is kept of it."""

    takes: tuple[str, ...]
    widths: tuple[int, ...]
    endings: tuple[str, ...]  # of what is kept; the last one every browser shows


PHOTO_DOOR = Door(("JPEG", "PNG", "WEBP", "AVIF"), (480, 800, 1200), ("avif", "webp", "jpg"))
# A logo keeps its transparency.
LOGO_DOOR = Door(("PNG", "WEBP"), (120, 240, 480), ("avif", "webp", "png"))


@dataclass(frozen=True)
class Rendered:
    """A picture as it is kept: files by name (`480.avif`), made from its pixels alone."""

    sizes: list[tuple[int, int]]
    files: dict[str, bytes]
    original: tuple[int, int]
    removed: list[Any] = field(default_factory=list)  # in words


def admit(upload: UploadedFile, door: Door) -> Rendered:
    """The renditions of an uploaded picture; ValidationError with the reason when refused."""
    if (upload.size or 0) > MEGABYTES * 1024**2:
        raise ValidationError(
            _("The file has %(size)s MB; a picture may have %(limit)s MB at most."),
            params={"size": round((upload.size or 0) / 1024**2, 1), "limit": MEGABYTES},
        )
    promised = ENDINGS.get(Path(upload.name or "").suffix[1:].lower(), "")
    upload.seek(0)
    data = upload.read()
    check_format(promised, format_of(data), door)
    if promised == "JPEG" and data.count(SCAN) > SCANS:
        raise ValidationError(REFUSALS["time"])
    verdict, files = run_renderer(data, promised, door)
    found = verdict["removed"]
    if end_of(data, promised) < len(data):
        found = [*found, "behind"]
    return Rendered(
        sizes=[tuple(size) for size in verdict["sizes"]],
        files=files,
        original=tuple(verdict["original"]),
        removed=[words for name, words in REMOVED.items() if name in found],
    )


def check_format(promised: str, actual: str, door: Door) -> None:
    """Name and content agree, and are of a kind this door takes."""
    taken = {"taken": ", ".join(name.replace("WEBP", "WebP") for name in door.takes)}
    if actual == "SVG":
        raise ValidationError(
            _("An SVG file can hold programs and is not taken. Export it as: %(taken)s."),
            params=taken,
        )
    if not actual:
        raise ValidationError(
            _("The file is no picture we know. These are taken: %(taken)s."), params=taken
        )
    if actual not in door.takes:
        raise ValidationError(
            _("The file is of another kind: %(kind)s. These are taken: %(taken)s."),
            params=taken | {"kind": actual},
        )
    if promised != actual:
        raise ValidationError(
            _(
                "The name of the file does not end as its content is (%(kind)s). "
                "Give it the right ending, or save it anew."
            ),
            params={"kind": actual},
        )


def run_renderer(data: bytes, kind: str, door: Door) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What the renderer says, and the files it made."""
    with TemporaryDirectory(prefix="picture-") as folder, TemporaryFile() as source:
        source.write(data)
        source.seek(0)
        # -I: it sees no other modules than Python's own and the installed ones.
        command = [sys.executable, "-I", str(RENDERER), kind]
        command += [",".join(map(str, door.widths)), ",".join(door.endings), folder]
        try:
            done = subprocess.run(  # noqa: S603  (no word of it comes from outside)
                command, stdin=source, capture_output=True, timeout=SECONDS
            )
            verdict = verdict_of(done)
        except subprocess.TimeoutExpired:
            verdict = {"refused": "time"}
        if "refused" in verdict:
            raise ValidationError(REFUSALS[verdict["refused"]], params=verdict)
        return verdict, {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def verdict_of(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """What the renderer printed, or how it ended when it could not print any more."""
    if done.returncode == 0:
        return json.loads(done.stdout)
    out_of_time = done.returncode in (-signal.SIGPROF, -signal.SIGXCPU, -signal.SIGKILL)
    return {"refused": "time" if out_of_time else "damaged"}
