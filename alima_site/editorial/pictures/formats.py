"""What a file is by its first bytes, and where the picture in it ends."""

import re
from collections.abc import Callable

# The endings a picture may have, and the format each promises.
ENDINGS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}

BRAND = rb"\A.{4}ftyp(?:.{8}(?:.{4}){0,16}?)?"
MAGIC = [
    ("JPEG", rb"\A\xff\xd8\xff"),
    ("PNG", rb"\A\x89PNG\r\n\x1a\n"),
    ("WEBP", rb"\ARIFF.{4}WEBP"),
    ("AVIF", BRAND + rb"avi[fs]"),
    ("HEIC", BRAND + rb"(?:hei[cxms]|hev[cx]|mif1|msf1)"),
    ("GIF", rb"\AGIF8"),
    ("TIFF", rb"\A(?:II[*+]\0|MM\0[*+])"),
    ("BMP", rb"\ABM.{4}\0\0\0\0"),
    ("ICO", rb"\A\0\0[\x01\x02]\0"),
    ("JPEG 2000", rb"\A(?:\0\0\0\x0cjP  |\xff\x4f\xff\x51)"),
    ("JPEG XL", rb"\A(?:\xff\x0a|\0\0\0\x0cJXL )"),
    ("Photoshop", rb"\A8BPS"),
    ("PDF", rb"\A.{0,1024}?%PDF-"),
    ("ZIP", rb"\APK(?:\x03\x04|\x05\x06)"),
    ("SVG", rb"(?i)\A[^<]{0,16}(?:<\?xml.{0,2048}?|<!.{0,2048}?)?<svg"),
    ("HTML", rb"(?i)\A\s*<(?:!doctype html|html|head|body|script)"),
    ("PHP", rb"(?i)\A\s*<\?(?:php|=)"),
]
BOXES = {b"ftyp", b"meta", b"moov", b"mdat", b"free", b"skip"}  # of an AVIF
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)  # in the data of a scan


def format_of(data: bytes) -> str:
    """The format by the first bytes; empty when it is none we know."""
    known = (name for name, magic in MAGIC if re.search(magic, data[:4096], re.DOTALL))
    return next(known, "")


def end_of(data: bytes, kind: str) -> int:
    """The length of the picture itself; what comes behind it is no part of it."""
    ends: dict[str, Callable[[bytes], int]] = {
        "JPEG": _end_of_jpeg, "PNG": _end_of_png, "WEBP": _end_of_webp, "AVIF": _end_of_avif,
    }  # fmt: skip
    return min(ends[kind](data), len(data))


def _end_of_jpeg(data: bytes) -> int:
    """Marker by marker to the end of the picture; another one may follow it (MPO)."""
    here = 2
    while here + 4 <= len(data) and data[here] == 0xFF:
        if data[here + 1] == 0xD9:
            return here + 2
        is_scan = data[here + 1] == 0xDA
        here += 2 + int.from_bytes(data[here + 2 : here + 4])
        if is_scan:
            found = MARKER.search(data, here)
            here = found.start() if found else len(data)
    return len(data)


def _end_of_png(data: bytes) -> int:
    """Chunk by chunk to the one that ends it."""
    here = 8
    while here + 12 <= len(data):
        kind = data[here + 4 : here + 8]
        here += 12 + int.from_bytes(data[here : here + 4])
        if kind == b"IEND":
            return here
    return len(data)


def _end_of_webp(data: bytes) -> int:
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + length % 2


def _end_of_avif(data: bytes) -> int:
    """Box by box, as far as they are boxes of a picture."""
    here = 0
    while data[here + 4 : here + 8] in BOXES:
        length = int.from_bytes(data[here : here + 4])
        if length == 1:
            length = int.from_bytes(data[here + 8 : here + 16])
        here += length or len(data)
    return here
