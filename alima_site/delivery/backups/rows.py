"""The rows of a backup: the same text on every database, with their numbers and their order."""

import datetime
import io
import json
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

from alima_site.delivery.backups.archive import Hashing

Model = type[models.Model]

# Who is signed in, and the stamp of what was rendered, belong to one place and time.
LEFT_OUT = {"sessions.session", "delivery.contentstate"}
# What `migrate` itself writes into an empty database.
MADE_BY_MIGRATE = {
    "auth.permission",
    "auth.group",
    "auth.group_permissions",
    "contenttypes.contenttype",
}
BATCH = 500


class Exact(DjangoJSONEncoder):
    """Moments to the microsecond; Django's own encoder cuts them to the millisecond."""

    def default(self, value: Any) -> Any:
        if isinstance(value, datetime.datetime | datetime.time):
            return value.isoformat()
        return super().default(value)


def kept() -> dict[str, Model]:
    """Every table of the site, those between two models too, by its name."""
    found = apps.get_models(include_auto_created=True)
    return {
        model._meta.label_lower: model
        for model in found
        if model._meta.managed and not model._meta.proxy
        if model._meta.label_lower not in LEFT_OUT
    }


def occupied() -> list[str]:
    """The tables in which there is something that a migration did not put there."""
    return [
        label
        for label, model in kept().items()
        if label not in MADE_BY_MIGRATE and model._base_manager.exists()
    ]


def write(model: Model, target: IO[bytes] | None = None) -> dict[str, Any]:
    """One row a line into `target`; how many there are, their digest and the last number given."""
    hashing = Hashing(target)
    buffered = io.BufferedWriter(hashing, 64 * 1024)  # type: ignore[type-var]
    stream = io.TextIOWrapper(buffered, encoding="utf-8")
    lines = 0

    def counted() -> Iterator[models.Model]:
        nonlocal lines
        for row in model._base_manager.order_by("pk").iterator(chunk_size=BATCH):
            lines += 1
            yield row

    names = [field.name for field in model._meta.local_concrete_fields]
    serializers.serialize(
        "jsonl", counted(), stream=stream, fields=names, cls=Exact, sort_keys=True
    )
    stream.flush()
    return {"rows": lines, "sha256": hashing.digest, "last_number": last_number(model)}


def read(model: Model, stream: IO[bytes]) -> None:
    """The rows as they were: nothing is computed again, and no signal sent."""
    fields = model._meta.local_concrete_fields
    names = [field.name for field in fields]
    size = min(BATCH, connection.ops.bulk_batch_size(names, [None] * BATCH))
    rows = serializers.deserialize("python", map(json.loads, stream))
    while batch := [row.object for row in islice(rows, size)]:
        # bulk_create() would set the moments of `auto_now` anew.
        model._base_manager.get_queryset()._insert(  # type: ignore[attr-defined]
            batch, fields=fields, using=connection.alias, raw=True
        )


# A number is never given twice, even where the row that had it is gone: its history is not.


def last_number(model: Model) -> int | None:
    """The highest number the database has given to a row of this table."""
    key = model._meta.auto_field
    if key is None:
        return None
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table]
            )
            given = (cursor.fetchone() or (0,))[0]
        else:
            sequence = sequence_of(cursor, model)
            cursor.execute(f"SELECT last_value, is_called FROM {sequence}")  # noqa: S608
            last, is_called = cursor.fetchone()
            given = last if is_called else last - 1
    top = model._base_manager.aggregate(top=models.Max("pk"))["top"]
    return max(given, top or 0)


def continue_after(model: Model, number: int | None) -> None:
    if number is None:
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [table, number])
        else:
            sequence = sequence_of(cursor, model)
            cursor.execute("SELECT setval(%s, %s, %s)", [sequence, max(number, 1), number > 0])


def sequence_of(cursor: Any, model: Model) -> str:
    table = connection.ops.quote_name(model._meta.db_table)
    cursor.execute(
        "SELECT pg_get_serial_sequence(%s, %s)",
        [table, model._meta.auto_field.column],  # type: ignore[union-attr]
    )
    return cursor.fetchone()[0]
