"""The field that keeps an identifier."""

from typing import Any

from django.db import models

from research.identifiers import checked
from research.schemes import Scheme


class IdentifierField(models.CharField):
    """Text that is one of the given schemes' identifiers, in its one spelling; or empty."""

    def __init__(self, *args: Any, schemes: tuple[Scheme, ...] = (), **kwargs: Any) -> None:
        self.schemes = schemes
        kwargs.setdefault("max_length", 120)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        value = super().clean(value, model_instance)
        return checked(value, self.schemes) if value else value
