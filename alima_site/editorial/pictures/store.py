"""Where the renditions of pictures are kept: `photos/<key>-480.avif` in the media folder."""

import secrets
from collections import defaultdict
from contextlib import suppress
from datetime import timedelta

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils import timezone

FOLDER = "photos"
# A file no record names is left alone while its upload may still be going on.
GRACE = timedelta(hours=1)


def path_of(key: str, name: str) -> str:
    return f"{FOLDER}/{key}-{name}"


def keep(files: dict[str, bytes]) -> str:
    """Store the files; the new key under which they stand."""
    key = secrets.token_hex(16)
    for name, content in files.items():
        default_storage.save(path_of(key, name), ContentFile(content))
    return key


def read(key: str, name: str) -> File:
    """The stored file; FileNotFoundError when it is gone."""
    return default_storage.open(path_of(key, name))


def is_kept(key: str, name: str) -> bool:
    return default_storage.exists(path_of(key, name))


def by_key() -> dict[str, list[str]]:
    """The paths of all stored files, by key."""
    found = defaultdict(list)
    # Not exists(): in a bucket there are no folders, only names.
    with suppress(FileNotFoundError):
        for name in default_storage.listdir(FOLDER)[1]:
            found[name.partition("-")[0]].append(f"{FOLDER}/{name}")
    return found


def remove(key: str) -> None:
    """Delete every rendition of that key; there may be none."""
    for path in by_key().get(key, []):
        default_storage.delete(path)


def remove_strays(known: set[str]) -> int:
    """Delete what no key in `known` names, such as a save that was broken off; how many keys."""
    strays = 0
    for key, paths in by_key().items():
        oldest = timezone.now() - GRACE
        if key not in known and default_storage.get_modified_time(paths[0]) < oldest:
            remove(key)
            strays += 1
    return strays
