"""The files of a picture: in several widths and formats, and only as long as consent lasts."""

from typing import Any

from django.db import models, transaction

from alima_site.delivery.reversing import reverse
from alima_site.editorial.models.consent import Consented
from alima_site.editorial.pictures import store
from alima_site.editorial.pictures.door import Door, Rendered


class WithFiles(Consented):
    """
    A picture whose files stand in the store under `key`; without consent it loses them for
    good.
    """

    # Empty while there is no picture, and once consent is over.
    key = models.SlugField(max_length=32, blank=True, editable=False)
    sizes = models.JSONField(default=list, blank=True, editable=False)

    # An uploaded picture, until it is saved.
    pending: Rendered | None = None

    class Meta:
        abstract = True

    @property
    def door(self) -> Door:
        """What is kept of a picture of this kind."""
        raise NotImplementedError

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with its files; those it no longer has, or may no longer have, are deleted."""
        same = type(self)._default_manager.filter(pk=self.pk)
        former = same.values_list("key", flat=True).first()
        if self.is_over:
            self.key, self.sizes = "", []
        elif self.pending:
            self.key = store.keep(self.pending.files)
            self.sizes = [list(size) for size in self.pending.sizes]
        elif self.key and not self.has_files:
            # An older version, brought back, names files that are gone.
            self.key, self.sizes = "", []
        self.pending = None
        super().save(*args, **kwargs)
        if former and former != self.key:
            transaction.on_commit(lambda: store.remove(former))

    @property
    def has_files(self) -> bool:
        return store.is_kept(self.key, f"{self.width}.{self.door.endings[-1]}")

    @property
    def width(self) -> int:
        return self.sizes[-1][0] if self.sizes else 0

    @property
    def height(self) -> int:
        return self.sizes[-1][1] if self.sizes else 0

    def address(self, width: int, ending: str) -> str:
        return reverse("rendition", args=[self.key or "none", width, ending])

    @property
    def src(self) -> str:
        """The largest file, of the format every browser shows."""
        return self.address(self.width, self.door.endings[-1])

    @property
    def srcsets(self) -> dict[str, str]:
        """For each ending, the addresses of all widths as HTML wants them."""
        return {
            ending: ", ".join(f"{self.address(w, ending)} {w}w" for w, _h in self.sizes)
            for ending in self.door.endings
        }

    @property
    def srcset(self) -> str:
        return self.srcsets[self.door.endings[-1]]
