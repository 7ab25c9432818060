"""The files of a backup: whatever the media storage holds, a folder or a bucket."""

import hashlib
import shutil
from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files import File
from django.core.files.storage import default_storage

from alima_site.delivery.backups.archive import Hashing

FOLDER = "media/"


def names(folder: str = "") -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    before = f"{folder}/" if folder else ""
    yield from sorted(before + name for name in files)
    for name in sorted(folders):
        yield from names(before + name)


def write(archive: ZipFile) -> dict[str, Any]:
    """Every file into the archive; size and digest of each."""
    written = {}
    for name in names():
        try:
            file = default_storage.open(name)
        except FileNotFoundError:
            continue  # deleted since it was listed: its consent has just ended
        entry = ZipInfo(FOLDER + name)  # pictures are packed as they are
        entry.compress_type = ZIP_STORED
        with file, archive.open(entry, "w", force_zip64=True) as target:
            hashing = Hashing(target)
            shutil.copyfileobj(file, hashing)
        written[name] = {"size": hashing.size, "sha256": hashing.digest}
    return written


def others(contents: dict[str, Any]) -> list[str]:
    """Names of the backup under which this place has another file."""
    return [
        name
        for name, known in contents.items()
        if default_storage.exists(name) and digest_of(default_storage.open(name)) != known["sha256"]
    ]


def read(archive: ZipFile, contents: dict[str, Any]) -> None:
    for name in contents:
        if not default_storage.exists(name):
            with archive.open(FOLDER + name) as stream:
                default_storage.save(name, File(stream, name))


def digest_of(file: IO[bytes]) -> str:
    with file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
