"""What is said of advisories, and that every package is locked with its hash."""

import json
import re

import pytest

from tests.supply_chain import LOCKS, licence_of, names_in, read_advisories

FINE = {"name": "a", "version": "1", "vulns": []}
BAD = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "status", "words"),
    [
        ([FINE, UNKNOWN], 0, "1 packages checked, 1 unknown, 0 findings"),
        ([FINE, BAD], 1, "b 2: PYSEC-1, mended in ['3']"),
        ([UNKNOWN], 0, "not checked"),
    ],
)
def test_advisories_fail_on_a_finding_and_on_nothing_else(packages, status, words):
    said = read_advisories(json.dumps({"dependencies": packages}), "")
    assert said[0] == status
    assert words in said[1]


def test_advisories_out_of_reach_are_said_and_fail_nothing():
    status, said = read_advisories("", "Traceback\nConnectionError: no route")
    assert status == 0
    assert "out of reach (ConnectionError: no route)" in said


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_locked_package_has_its_hashes_and_no_lock_names_an_index(lock):
    text = lock.read_text()
    assert not re.search("index-url|https?://", text)
    blocks = [block for block in text.replace(" \\\n", " ").splitlines() if "==" in block]
    assert len(blocks) == len(names_in(lock))
    assert all("--hash=sha256:" in block for block in blocks)


def test_a_licence_is_named_in_one_line():
    part = {"licenses": [{"license": {"name": "BSD\nall of its text"}}, {"expression": "MIT"}]}
    assert licence_of(part) == "BSD, MIT"
    assert licence_of({}) == "not named"
