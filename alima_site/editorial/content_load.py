"""One load of all content files, all or nothing."""

from collections import Counter
from contextvars import ContextVar

from django.db import models
from django.dispatch import Signal

from alima_site.delivery.state import touched_once
from alima_site.editorial.cells import Index
from alima_site.editorial.file_writing import REASON
from alima_site.editorial.loading import LOADERS, refuse_strange_additions
from alima_site.editorial.models import one_act

# Whether records are being written by a load: who keeps something of each waits for its end.
loading: ContextVar[bool] = ContextVar("loading", default=False)
# The end, still in the load's transaction; `changed` tells whether any record was written.
content_loaded = Signal()


class Run:
    """One load of all files, all or nothing."""

    def __init__(self, *, reset: bool = False) -> None:
        self.reset = reset
        self._indexes: dict[type[models.Model], Index] = {}

    def find(self, model: type[models.Model]) -> Index:
        return self._indexes.setdefault(model, Index())

    def load(self) -> list[tuple[str, Counter[str]]]:
        """Load every file and tell what became of it; ContentError leaves all as it was."""
        loaders = [loader(self) for loader in LOADERS]
        refuse_strange_additions()
        with one_act(reason=REASON["en"]), touched_once():
            before = loading.set(True)
            try:
                for loader in loaders:
                    loader.load()
            finally:
                loading.reset(before)
            files = [loader.progress for loader in loaders]
            for file in files:
                file.writer.refuse_unknown_tokens()
            changed = any(file.tally["created"] + file.tally["changed"] for file in files)
            content_loaded.send(type(self), changed=changed)
        return [(file.title, file.tally) for file in files]
