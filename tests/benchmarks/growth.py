"""
How pages grow: what each public page and each list of the admin costs with the real content
and with a thousand times as much, on the database of DATABASE_URL.

`python -m tests.benchmarks.growth` measures one database; `make bench` both.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import tests.environment  # noqa: F401  (sets what the settings read)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alima_site.settings")

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.contrib import admin  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases  # noqa: E402
from django.urls import reverse  # noqa: E402

from alima_site.delivery import kept  # noqa: E402
from alima_site.editorial.content_load import Run  # noqa: E402
from alima_site.editorial.models import Content  # noqa: E402
from tests.benchmarks.grown import Grown  # noqa: E402
from tests.portal.translated_addresses import ADDRESSES  # noqa: E402

MORE = ["/fr/chiffres/explorer/", "/data/"]
REPEATS = 8
# A page above these has outgrown its limit.
QUERIES, PAGE, LIST = 8, 2.0, 3.0
# Every page is written whole each time.
kept.PARTS = 0


# A piece of work that does not grow, for the speed of the machine at the moment.
WORK = {str(number): [number, str(number)] for number in range(1000)}


class Cost(NamedTuple):
    queries: int
    ms: float
    size: int
    pace: float  # milliseconds that WORK took meanwhile
    slowest: str = ""


def public_pages() -> list[str]:
    return [*ADDRESSES.values(), *MORE]


def admin_pages() -> list[str]:
    """The list of every kind of content, and what its autocompletion sends."""
    found = []
    for model in apps.get_models():
        if issubclass(model, Content) and admin.site.is_registered(model):
            name = f"{model._meta.app_label}_{model._meta.model_name}"
            found.append(reverse(f"admin:{name}_changelist"))
    autocompleted = (
        ("programs", "patientstatistic", "programme"),
        ("programs", "patientstatistic", "subset_of"),
        ("programs", "project", "partners"),
        ("research", "publication", "study"),
    )
    for app, model, field in autocompleted:
        query = f"app_label={app}&model_name={model}&field_name={field}&term=a"
        found.append(f"/admin/autocomplete/?{query}")
    return found


def cost(client: Client, address: str) -> Cost:
    """
    Queries of a process that knows nothing of the content yet, and the shortest time of a page
    that is rendered anew.
    """
    client.get(address)
    kept._found.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
        size = len(response.content)
    assert response.status_code == 200, (address, response.status_code)
    logged = list(asked.captured_queries)
    slowest = max(logged, key=seconds, default=None)
    times, paces = [], []
    # The quickest of a few: what else the machine does only adds to it.
    while len(times) < REPEATS and sum(times) < 5000:
        times.append(milliseconds(lambda: client.get(address)))
        paces.append(milliseconds(lambda: json.dumps(WORK, indent=1)))
    return Cost(len(logged), min(times), size, min(paces), slowest["sql"] if slowest else "")


def milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def seconds(query: dict[str, Any]) -> float:
    return float(query["time"])


def measure(reader: Client, editor: Client) -> Iterator[tuple[str, Cost]]:
    for address in public_pages():
        yield address, cost(reader, address)
    for address in admin_pages():
        yield address, cost(editor, address)


def show(address: str, before: Cost, after: Cost) -> None:
    # Minutes lie between the two, in which a shared machine may have become a third slower.
    ratio = (after.ms / after.pace) / (before.ms / before.pace)
    most = LIST if address.startswith("/admin/") else PAGE
    is_over = ratio >= most or (most == PAGE and after.queries >= QUERIES)
    print(
        f"{address[-68:]:70}{before.queries:>5} →{after.queries:>4}{before.ms:>8.1f} ms"
        f"{after.ms:>8.1f} ms{ratio:>7.2f}×{after.size / before.size:>7.1f}×"
        f"{'  over its limit' if is_over else ''}",
        flush=True,
    )


def explain(many: dict[str, Cost], least: float = 5.0) -> None:
    """How the database finds the rows of the slowest query of each page that is slow."""
    print("\nPlans of the slowest queries")
    for address, found in many.items():
        if found.ms >= least and found.slowest.startswith("SELECT"):
            print(f"  {address}")
            for line in plan_of(found.slowest)[:12]:
                print(f"    {line[:150]}")


def plan_of(sql: str) -> list[str]:
    with connection.cursor() as cursor:
        # The query is logged with its values in place; a per cent sign is none of ours.
        prefix = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
        try:
            cursor.cursor.execute(prefix + sql)
        except Exception as error:  # a log that is no SQL says nothing here
            return [f"not explained: {error}"[:100]]
        return [" ".join(map(str, row)) for row in cursor.cursor.fetchall()]


def main(with_plans: bool) -> None:
    old = setup_databases(verbosity=0, interactive=False)
    try:
        Run().load()
        connection.cursor().execute("ANALYZE")  # as the command load_content does
        reader, editor = Client(), Client()
        editor.force_login(User.objects.create_superuser("bench", "bench@example.org", "bench"))
        few = dict(measure(reader, editor))
        start = time.perf_counter()
        Grown().fill()
        print(f"{connection.vendor}: rows written in {time.perf_counter() - start:.0f} s")
        print(f"{'':70}{'queries':>12}{'1×':>10}{'1000×':>11}{'ratio':>8}{'size':>8}")
        many = {}
        for address, after in measure(reader, editor):
            many[address] = after
            show(address, few[address], after)
        if with_plans:
            explain(many)
    finally:
        teardown_databases(old, verbosity=0)


if __name__ == "__main__":
    main("--plans" in sys.argv)
