"""
What things cost: `make bench`. First the servers, side by side (serving.py); then how pages grow
to a thousand times the rows, on SQLite and on PostgreSQL (growth.py); then the explorer and the
files of the statistics, the search over 5,000 records and hostile uploads, on the database of
DATABASE_URL (SQLite in memory when unset).
"""

import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import tests.environment  # noqa: F401  (sets what the settings read)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alima_site.settings")

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_databases, teardown_databases  # noqa: E402

from alima_site.editorial.content_load import Run  # noqa: E402
from tests.benchmarks import search, serving  # noqa: E402
from tests.benchmarks.rows import fill  # noqa: E402
from tests.editorial.pictures.sending import send_all  # noqa: E402
from tests.editorial.pictures.uploads import cleaned, refused  # noqa: E402
from tests.postgresql import server  # noqa: E402

SIZES = (20_000,)
PAGES = {
    "explorer": "/en/figures/explore/",
    "explorer, page 2": "/en/figures/explore/?page=2",
    "explorer, one country": "/en/figures/explore/?country=niger",
    "explorer, one year": "/fr/chiffres/explorer/?year=2022",
}
FILES = {ending: f"/data/statistics.{ending}" for ending in ("csv", "json", "xlsx", "zip")}
REPEATS = 7
# One for all: making it reads the list of all static files.
CLIENT = Client()


def ask(address: str) -> int:
    """Read the whole answer; its length in bytes."""
    response = CLIENT.get(address)
    assert response.status_code == 200, address
    return sum(map(len, response.streaming_content if response.streaming else [response.content]))


def median_time(action: Callable[[], object], repeats: int) -> float:
    """Milliseconds, the first and coldest time left out."""
    action()
    times = []
    for _n in range(repeats):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[len(times) // 2]


def peak_memory(action: Callable[[], object]) -> float:
    """Megabytes of Python's own objects at the highest point."""
    tracemalloc.start()
    action()
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024**2


def measure(name: str, address: str, repeats: int) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        size = ask(address)
    asked = len(queries)  # the next request empties the log
    taken = median_time(lambda: ask(address), repeats)
    peak = peak_memory(lambda: ask(address))
    return [
        name,
        f"{asked}",
        f"{taken:,.0f} ms",
        f"{peak:,.1f} MB",
        f"{size / 1024:,.0f} kB",
    ]


def measure_search() -> None:
    """In a transaction that is undone: the other measurements begin with the real content."""
    print(f"{'search':28}{'records':>8}{'queries':>9}{'time':>12}{'peak':>10}{'size':>12}")
    with transaction.atomic():
        records = search.fill()
        for name, question in search.QUESTIONS.items():
            line = measure(name, f"/en/search/?{urlencode({'q': question})}", REPEATS)
            print(f"  {line[0]:26}{records:>8,}{line[1]:>9}{line[2]:>12}{line[3]:>10}{line[4]:>12}")
        transaction.set_rollback(True)


def main() -> None:
    old = setup_databases(verbosity=0, interactive=False)
    try:
        Run().load()
        measure_search()
        print(f"{'':28}{'rows':>8}{'queries':>9}{'time':>12}{'peak':>10}{'size':>12}")
        for rows, few in ((size, share) for size in SIZES for share in (0, 0.01)):
            fill(rows, few)
            print(f"{rows:,} statistics, {few:.0%} of them small counts")
            for name, address in (PAGES | FILES).items():
                line = measure(name, address, REPEATS if name in PAGES else 1)
                print(
                    f"  {line[0]:26}{rows:>8,}{line[1]:>9}{line[2]:>12}{line[3]:>10}{line[4]:>12}"
                )
    finally:
        teardown_databases(old, verbosity=0)


def uploads() -> None:
    """What each hostile upload costs until it is refused or cleaned."""
    with TemporaryDirectory() as folder:
        found = send_all(refused() | cleaned(), Path(folder))
    print(f"\n{'uploads':40}{'time':>10}{'peak':>10}")
    for label, sent in found.items():
        print(f"  {label:38}{sent['seconds']:>8.2f} s{sent['megabytes']:>7} MB  {sent['said']}")


def growth() -> None:
    """In processes of their own: each has one database from its start to its end."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", "--plans"]
    print("\nGrowth on SQLite", flush=True)
    subprocess.run(command, env={**os.environ, "DATABASE_URL": "sqlite:///:memory:"}, check=True)
    print("\nGrowth on PostgreSQL", flush=True)
    try:
        with server() as url:
            subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=True)
    except (ImportError, OSError) as error:
        print(f"Left out: {error}")


if __name__ == "__main__":
    serving.main()
    growth()
    main()
    uploads()
