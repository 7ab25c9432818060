"""
All tests: `python -m tests [--audit] [options of pytest]`.

Four passes, each a pytest of its own: on SQLite, on PostgreSQL (what asks the database), in a
browser, and with the servers of production. All but the last use every core; the tests of one
file stay together, as they share what was looked at. The last mostly waits, and so runs beside
the first; its long runs of `--audit` have the machine to themselves.
Of the cases of a table, and of what is marked `by_turns`, each runs on one of both databases.
A pass this machine has no means for is left out and says why; where CI is set it fails.
--audit adds the exhaustive tests, and runs every case on both databases.
"""

import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.browser import chromium
from tests.postgresql import server

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "tests"
SERVERS_LOG = REPORTS / "servers.log"
SQLITE = "sqlite:///:memory:"


@dataclass(frozen=True)
class Outcome:
    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    reason: str = ""  # why there is nothing to count

    def __str__(self) -> str:
        counts = f"{self.passed:>3} passed, {self.failed} failed, {self.skipped} skipped"
        return f"{self.name:<12}{self.reason or counts}"


def left_out(name: str, reason: object) -> Outcome:
    in_ci = os.environ.get("CI", "").lower() in ("1", "true")
    verdict = "failed" if in_ci else "left out"
    return Outcome(name, failed=int(in_ci), reason=f"{verdict}: {reason}")


def read_report(name: str, report: Path, status: int) -> Outcome:
    """What pytest counted; a pass that broke off or tested nothing has failed, too."""
    attributes = ElementTree.parse(report).find("testsuite").items() if report.exists() else ()
    count = Counter({key: int(value) for key, value in attributes if value.isdigit()})
    skipped = count["skipped"]
    failed = count["failures"] + count["errors"]
    passed = max(0, count["tests"] - failed - skipped)
    if not passed + failed:
        return Outcome(name, failed=1, skipped=skipped, reason="failed: no test was executed")
    return Outcome(name, passed, failed or int(status != 0), skipped)


def run_pass(
    name: str, marker: str, options: list[str], database: str = SQLITE, output: Any = None
) -> Outcome:
    report = REPORTS / f"{name.lower()}.xml"
    report.unlink(missing_ok=True)
    print(f"\n{name}", file=output, flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", marker, "--junitxml", str(report), *options],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database},
        stdout=output,
    )
    return read_report(name, report, done.returncode)


def postgresql_pass(marker: str, options: list[str]) -> Outcome:
    """On the server DATABASE_URL names, or on one that lives as long as the pass."""
    url = os.environ.get("DATABASE_URL", "")
    with ExitStack() as stack:
        if not url.startswith("postgres"):
            try:
                url = stack.enter_context(server())
            except (ImportError, OSError) as error:
                return left_out("PostgreSQL", error)
        return run_pass("PostgreSQL", marker, options, url)


def browser_pass(marker: str, options: list[str]) -> Outcome:
    if chromium() is None:
        return left_out("Browser", "Chromium is not installed")
    return run_pass("Browser", marker, ["tests/browser", *options])


def servers_pass(marker: str, options: list[str]) -> Outcome:
    """Beside another pass, whose lines it must not disturb: its own stand in a file."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    with SERVERS_LOG.open("w") as output:
        # What is left out of these tests is said.
        return run_pass("Servers", marker, ["tests/always_up", "-rs", *options], output=output)


def main(options: list[str]) -> int:
    if audit := "--audit" in options:
        os.environ["AUDIT"] = "1"  # see tests/visitor.py
    options = [option for option in options if option != "--audit"]
    chosen = "" if audit else " and not audit"
    rows = f"not browser and not servers{chosen}"
    together = ["-n", "auto", "--dist", "loadfile", *options]
    first, second = ([], []) if audit else (["--turn=0"], ["--turn=1"])
    with ThreadPoolExecutor(1) as aside:
        servers = aside.submit(servers_pass, f"servers{chosen}", options)
        if audit:
            wait([servers])
        outcomes = [
            run_pass("SQLite", rows, [*first, *together]),
            postgresql_pass(f"database and {rows}", [*second, *together]),
            browser_pass(f"browser{chosen}", together),
            servers.result(),
        ]
    print(SERVERS_LOG.read_text())
    print("\n" + "\n".join(map(str, outcomes)))
    passed, failed, skipped = (
        sum(getattr(outcome, key) for outcome in outcomes)
        for key in ("passed", "failed", "skipped")
    )
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
