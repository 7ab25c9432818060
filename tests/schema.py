"""
The schema as a picture, drawn from the models: `python -m tests.schema` writes `docs/schema.md`.

One diagram a room, in the language of Mermaid: what there is and how it hangs together. The fields
are in the models; histories are left out, as each has the fields of its model.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.apps import apps

FILE = Path(__file__).resolve().parent.parent / "docs" / "schema.md"
ROOMS = ("editorial", "partners", "programs", "research", "portal", "delivery")
BEGINNING = """# The schema

Drawn from the models by `make schema`; a test keeps it true. `||` is one, `o|` one or none, `o{`
any number. The fields of each are in its room's `models`.
"""


def picture() -> str:
    return "\n".join([BEGINNING, *(line for room in ROOMS for line in diagram(room))])


def diagram(room: str) -> Iterator[str]:
    models = [
        m for m in apps.get_app_config(room).get_models() if not m.__name__.startswith("Historical")
    ]
    if not models:
        return
    yield from (f"## {room}", "", "```mermaid", "erDiagram")
    for model in models:
        yield f"    {model.__name__}"
        yield from relations(model)
    yield from ("```", "")


def relations(model: Any) -> Iterator[str]:
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if not field.is_relation:
            continue
        other = field.related_model.__name__
        ends = "}o--o{" if field.many_to_many else "}o--o|" if field.null else "}o--||"
        if field.one_to_one:
            ends = ends.replace("}o", "|o", 1)
        yield f"    {model.__name__} {ends} {other} : {field.name}"


if __name__ == "__main__":
    django.setup()
    FILE.write_text(picture(), encoding="utf-8")
