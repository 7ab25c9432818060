"""Pictures made from nothing, as cameras, programs and attackers make them."""

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin

MARK = "MARKER-OF-THE-UPLOAD"  # stands in all that must not be kept
NOISE = b"\0\1\2\3MARKER-OF-THE-UPLOAD" * 40


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
