"""What a statistic is part of, and what that is part of."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alima_site.editorial.models import Indicator
from programs.querysets.statistics import CHAIN


class PartOfWhole:
    """A record that may be counted within another of its kind, `subset_of`."""

    pk: Any
    subset_of: Any
    subset_of_id: int | None

    def refuse_circle(self) -> None:
        """Follow the chain of wholes upwards; one query a step, and chains are short."""
        seen = {self.pk}
        whole = self.subset_of
        while whole is not None:
            if whole.pk in seen:
                raise ValidationError(
                    {"subset_of": _("These statistics would be subsets of each other in a circle.")}
                )
            seen.add(whole.pk)
            whole = whole.subset_of
        if len(seen) > CHAIN + 1:
            raise ValidationError({"subset_of": _("This chain of parts of parts is too long.")})

    @property
    def wholes(self) -> set[int]:
        """The keys of all it is part of, directly or not. Wants `with_wholes()`."""
        further = (getattr(self, f"whole_{n}") for n in range(2, CHAIN + 1))
        return {key for key in (self.subset_of_id, *further) if key}

    @property
    def public_whole(self) -> Any:
        """The one it is part of, by name and address, where it is public. Wants `with_wholes()`."""
        if not self.whole_slug:  # type: ignore[attr-defined]
            return None
        named = ("slug", "name_fr", "name_en")
        names = {name: getattr(self, f"whole_indicator_{name}") for name in named}
        kind: Any = type(self)
        return kind(slug=self.whole_slug, indicator=Indicator(**names))  # type: ignore[attr-defined]
