"""How static files are stored: under hashed names, compressed, the stylesheet in one piece."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from alima_site.delivery.stylesheet import bundle

SHEET = "css/site.css"
Sources = dict[str, tuple[Storage, str]]


class BundledSheet(Storage):
    """Where collectstatic reads the stylesheet from: the sources themselves, put together."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def _open(self, name: str, mode: str = "rb") -> ContentFile:
        return ContentFile(bundle(SHEET, self.read).encode(), name)

    def read(self, name: str) -> str:
        """The text of a source; ValueError when no app holds it."""
        if name not in self.sources:
            raise ValueError(f"{SHEET} imports {name}, which does not exist.")
        storage, path = self.sources[name]
        with storage.open(path) as source:
            return source.read().decode()


class HashedStorage(CompressedManifestStaticFilesStorage):
    """Static files under hashed names, compressed; the imports of script modules follow."""

    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Every page names a dozen; while a process lives, they do not change.
        self.url = cache(super().url)

    def post_process(
        self, paths: Sources, *args: Any, **options: Any
    ) -> Iterator[tuple[str, str | None, Any]]:
        if SHEET in paths:
            # The sources, not their copies: of those, collectstatic renews what changed only.
            paths = {**paths, SHEET: (BundledSheet(paths), SHEET)}
        yield from super().post_process(paths, *args, **options)
