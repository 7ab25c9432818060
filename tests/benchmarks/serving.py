"""
What an answer costs, beside other ways to give it: `python -m tests.benchmarks.serving`.

All servers run at once, and the load goes round among them, so that whatever else the machine
does falls on each alike. The content is the real one; wrk asks over 16 kept connections.
"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path
from statistics import median

from tests.benchmarks import wagtail
from tests.benchmarks.load import Measured, put_under_load, wrk
from tests.benchmarks.servers import CACHE, PROXY, ROOT, STATIC, Server, gunicorn, nginx

PAGE = "/fr/programmes/niger/"
COLD = {
    "home": "/fr/",
    "partner": "/fr/partenaires/befen/",
    "figure": "/fr/chiffres/patients-total/",
    "study": "/fr/recherche/etudes/optima-drc/",
    "country with full tables": PAGE,
    "model": "/fr/modele/",
}
GZIP = b"\x1f\x8b"
ROUNDS, SECONDS, CONNECTIONS = 7, 2.0, 16
STORED, BARE, UNSTORED = "stored page", "bare Django view", "same page, no store"
STATIC_FILE, CACHED, WAGTAIL = "nginx, static file", "nginx proxy_cache", "Wagtail, home page"


def environment(folder: Path) -> dict[str, str]:
    """A local site of its own with the real content."""
    values = {k: v for k, v in os.environ.items() if k != "STATICFILES_STORAGE"}
    values |= {
        "DJANGO_SETTINGS_MODULE": "alima_site.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "CACHE_URL": f"filecache://{folder / 'store'}",
        "MEDIA_ROOT": str(folder / "media"),
        "SECRET_KEY": "a constant text that signs the sessions of a benchmark, nothing else",
        "ALLOWED_HOSTS": "*", "LOCAL_HTTP": "1", "DEBUG": "0", "BEHIND_PROXY": "0",
    }  # fmt: skip
    for command in (["migrate", "--verbosity=0"], ["load_content", "--verbosity=0"]):
        manage = [sys.executable, "manage.py", *command]
        subprocess.run(manage, cwd=ROOT, env=values, check=True, stdout=subprocess.DEVNULL)
    return values


def fetch(server: Server, path: str) -> bytes:
    """As it is sent, packed with gzip."""
    request = urllib.request.Request(server.address.rstrip("/") + path)
    request.add_header("Accept-Encoding", "gzip")
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def start(stack: ExitStack, folder: Path, values: dict[str, str]) -> dict[str, tuple[Server, str]]:
    """Every server that can be had here, with the path it is asked for."""
    ours = stack.enter_context(gunicorn("alima_site.wsgi", values, folder, "--preload"))
    packed = fetch(ours, PAGE)
    (folder / "files").mkdir()
    (folder / "files" / "page.html").write_bytes(gzip.decompress(packed))
    (folder / "files" / "page.html.gz").write_bytes(packed)
    bare = {**values, "PAGE": str(folder / "files" / "page.html.gz")}
    servers = {
        STORED: (ours, PAGE),
        BARE: (stack.enter_context(gunicorn("tests.benchmarks.bare", bare, folder)), PAGE),
        UNSTORED: (stack.enter_context(gunicorn("alima_site.wsgi:django", values, folder)), PAGE),
    }
    folder.chmod(0o755)
    try:
        static = nginx(folder / "static", STATIC.replace("{folder}", str(folder)))
        servers[STATIC_FILE] = (stack.enter_context(static), PAGE)
        upstream = ours.address.removeprefix("http://").rstrip("/")
        proxy = nginx(folder / "proxy", PROXY, CACHE, upstream=upstream)
        servers[CACHED] = (stack.enter_context(proxy), PAGE)
    except OSError as error:
        print(f"Left out, nginx: {error}")
    try:
        fresh = wagtail.prepare()
        site = gunicorn("fresh.wsgi", fresh, folder, root=wagtail.SITE, python=str(wagtail.PYTHON))
        servers[WAGTAIL] = (stack.enter_context(site), "/")
    except OSError as error:
        print(f"Left out, Wagtail: {error}")
    return servers


def compare(servers: dict[str, tuple[Server, str]]) -> dict[str, Measured]:
    found = {name: Measured() for name in servers}
    for number in range(ROUNDS + 1):
        for name, (server, path) in servers.items():
            # The first round only warms them up.
            into = found[name] if number else Measured()
            put_under_load(server, path, into, SECONDS, CONNECTIONS)
    return found


def unstored(server: Server) -> dict[str, Measured]:
    """Pages without the store, one reader a worker: nobody waits for another's page."""
    found = {name: Measured() for name in COLD}
    for path in list(COLD.values()) * 10:
        # What a process works out once is worked out in every thread of both.
        fetch(server, path)
    for _round in range(ROUNDS):
        for name, path in COLD.items():
            put_under_load(server, path, found[name], SECONDS, 1)
    return found


def table(found: dict[str, Measured]) -> None:
    print(f"{'':28}{'requests/s':>12}{'p50':>10}{'p99':>10}{'CPU an answer':>16}")
    for name, measured in found.items():
        print(
            f"{name:28}{measured.rate:>12,.0f}{measured.p50:>7.2f} ms{measured.p99:>7.2f} ms"
            f"{measured.cpu:>13.3f} ms"
        )


def ratios(found: dict[str, Measured]) -> None:
    def line(what: str, value: float, wanted: str) -> None:
        print(f"  {what:62}{value:>7.2f}   wanted {wanted}")

    stored, bare = found[STORED], found[BARE]
    line("requests/s, stored page to bare view", ratio(stored.rates, bare.rates), "≥ 1.1")
    line("CPU an answer, stored page to bare view", ratio(stored.cpus, bare.cpus), "≤ 0.8")
    if CACHED in found:
        rates = ratio(found[CACHED].rates, found[STATIC_FILE].rates)
        line("requests/s, behind proxy_cache to nginx's static file", rates, "≥ 0.85")
    if WAGTAIL in found:
        cpus = ratio(found[UNSTORED].cpus, found[WAGTAIL].cpus)
        line("CPU an answer, no store to Wagtail", cpus, "≤ 1")


def ratio(ours: list[float], others: list[float]) -> float:
    """Of each round by itself, as the machine is not as quick in each; the median of them."""
    return median(our / other for our, other in zip(ours, others, strict=True))


def show_unstored(found: dict[str, Measured]) -> None:
    print("\nWithout the store, one connection")
    table(found)
    for name, measured in found.items():
        limit = 10 if name.startswith("country") else 5
        wanted = "" if name == "model" else f"   wanted ≤ {limit} ms"
        print(f"  {name:28} p99 to p50 {measured.p99 / measured.p50:>5.1f}{wanted}")


def memory(server: Server, values: dict[str, str]) -> None:
    """Of two workers once each holds every page."""
    manage = [sys.executable, "manage.py", "warm", server.address.rstrip("/")]
    done = subprocess.run(
        manage, cwd=ROOT, env=values, check=True, capture_output=True, text=True
    ).stdout.strip()
    paths = [f"/{line}" for line in _stored_paths(server)]
    for path in paths * 4:
        with suppress(OSError):
            fetch(server, path)
    print(f"\nMemory of two workers with the full store ({done} {len(paths)} asked four times)")
    print(f"  {server.pss():.0f} MiB PSS   wanted ≤ 160")


def _stored_paths(server: Server) -> list[str]:
    sent = fetch(server, "/sitemap.xml")
    listed = (gzip.decompress(sent) if sent[:2] == GZIP else sent).decode()
    return re.findall(r"<loc>https?://[^/]+/([^<]*)</loc>", listed)


def main() -> None:
    if wrk() is None:
        print("Left out: wrk is not installed (apt-get install wrk).")
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        folder = Path(name)
        values = environment(folder)
        servers = start(stack, folder, values)
        size = len(fetch(servers[STORED][0], PAGE))
        print(f"{PAGE}, {size / 1024:.1f} kB packed; {ROUNDS} rounds of {SECONDS:g} s, interleaved")
        found = compare(servers)
        table(found)
        ratios(found)
        show_unstored(unstored(servers[UNSTORED][0]))
        memory(servers[STORED][0], values)


if __name__ == "__main__":
    main()
