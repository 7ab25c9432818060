"""Load by wrk, and what it cost the server."""

import re
import shutil
import subprocess
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.servers import Server

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass
class Measured:
    """Rounds of one server; each number is the median of them."""

    rates: list[float] = field(default_factory=list)
    p50s: list[float] = field(default_factory=list)
    p99s: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def p50(self) -> float:
        return median(self.p50s)

    @property
    def p99(self) -> float:
        return median(self.p99s)

    @property
    def cpu(self) -> float:
        """Milliseconds an answer."""
        return median(self.cpus)


def wrk() -> str | None:
    return shutil.which("wrk")


def put_under_load(
    server: Server, path: str, into: Measured, seconds: float, connections: int
) -> None:
    before = server.cpu_seconds()
    command = [
        wrk() or "wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--latency",
        "-H", "Accept-Encoding: gzip", server.address.rstrip("/") + path,
    ]  # fmt: skip
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    spent = server.cpu_seconds() - before
    if refused := re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*", said):
        raise OSError(f"{server.address}{path}: {refused.group()}")
    answers = int(_found(r"(\d+) requests in", said))
    into.rates.append(float(_found(r"Requests/sec:\s+([\d.]+)", said)))
    into.p50s.append(_milliseconds(_found(r"(?m)^\s+50%\s+(\S+)", said)))
    into.p99s.append(_milliseconds(_found(r"(?m)^\s+99%\s+(\S+)", said)))
    into.cpus.append(spent * 1000 / max(answers, 1))


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise OSError(f"wrk said something else:\n{text}")
    return match[1]


def _milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()  # type: ignore[union-attr]
    return float(number) * UNITS[unit]
