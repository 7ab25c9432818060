"""The file of a backup: it has its name only once it is whole, and is opened only if it is."""

import hashlib
import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SEAL = b"sha256:"
SEAL_LENGTH = len(SEAL) + 64
PIECE = 1024 * 1024


class DamagedError(Exception):
    """The file is not the backup that was written."""


@contextmanager
def writing(path: Path) -> Iterator[zipfile.ZipFile]:
    """An archive that is sealed and named `path` at the end; after an error it never was."""
    part = path.with_name(f"{path.name}.part")
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "r+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                yield archive
                archive.comment = SEAL.ljust(SEAL_LENGTH, b"0")
            seal = SEAL + digest_before_seal(file).encode()
            file.seek(-SEAL_LENGTH, io.SEEK_END)
            file.write(seal)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def reading(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive, after each of its bytes was checked; DamagedError."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - SEAL_LENGTH))
        seal = file.read()
        if not seal.startswith(SEAL):
            raise DamagedError("It is cut short, or is no backup of this site.")
        if seal.removeprefix(SEAL).decode(errors="replace") != digest_before_seal(file):
            raise DamagedError("It is not as it was written: its checksum differs.")
        with zipfile.ZipFile(file) as archive:
            yield archive


def digest_before_seal(file: IO[bytes]) -> str:
    left = file.seek(0, io.SEEK_END) - SEAL_LENGTH
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (piece := file.read(min(PIECE, left))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest()


class Hashing(io.RawIOBase):
    """Passes on what is written, if there is somebody to take it, and knows its digest."""

    def __init__(self, target: IO[bytes] | None = None) -> None:
        self.target, self.size, self._digest = target, 0, hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]
        self._digest.update(piece)
        self.size += len(piece)
        if self.target:
            self.target.write(piece)
        return len(piece)

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()
