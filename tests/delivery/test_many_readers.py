"""Two workers, many readers, many edits: nobody sees an old page for longer than a second."""

import http.client
import random
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.benchmarks.servers import ROOT, gunicorn
from tests.benchmarks.serving import environment

pytestmark = pytest.mark.audit
READERS, EDITS, LATEST = 32, 100, 1.0
PAGE = "/en/partners/befen/"
# Saves what it is told to, and says when that was through.
EDITOR = """
import sys, time
from partners.models import Partner
for line in sys.stdin:
    partner = Partner.objects.get(slug="befen")
    partner.role_en = f"Edit number {line.strip()} of many."
    partner.save()
    print(time.monotonic(), flush=True)
"""
SEEN = re.compile(rb'name="description" content="Edit number (\d+) of many')


class Reader(threading.Thread):
    """Reads over one kept connection and notes what it saw, and when it had asked."""

    def __init__(self, address, over):
        super().__init__()
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        self.over, self.seen, self.problems = over, [], []

    def run(self):
        while not self.over.is_set():
            asked = time.monotonic()
            self.connection.request("GET", PAGE)
            answer = self.connection.getresponse()
            found = SEEN.search(answer.read())
            if answer.status != 200 or not found:
                self.problems.append(answer.status)
            else:
                self.seen.append((asked, int(found[1])))


def edit(editor, number):
    editor.stdin.write(f"{number}\n")
    editor.stdin.flush()
    return float(editor.stdout.readline())


def test_each_edit_is_seen_within_a_second_and_no_older_page_after_it(tmp_path: Path):
    values, over = environment(tmp_path), threading.Event()
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", EDITOR]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with (
        gunicorn("alima_site.wsgi", values, tmp_path) as server,
        subprocess.Popen(command, cwd=ROOT, env=values, **pipes) as editor,
    ):
        saved = [edit(editor, 0)]
        deadline = time.monotonic() + LATEST
        while time.monotonic() < deadline:  # the first edit is everywhere
            threading.Event().wait(0.05)
        readers = [Reader(server.address, over) for _n in range(READERS)]
        for reader in readers:
            reader.start()
        for number in range(1, EDITS + 1):
            saved.append(edit(editor, number))
            over.wait(random.uniform(0.05, 0.25))
        over.wait(LATEST)
        over.set()
        for reader in readers:
            reader.join()
        editor.stdin.close()
    assert not [problem for reader in readers for problem in reader.problems]
    answers = [answer for reader in readers for answer in reader.seen]
    assert max(number for _asked, number in answers) == EDITS
    due = [sum(moment + LATEST <= asked for moment in saved) - 1 for asked, _number in answers]
    late = [
        (number, wanted)
        for (_asked, number), wanted in zip(answers, due, strict=True)
        if number < wanted
    ]
    assert not late, f"{len(late)} of {len(answers)} answers were too old"
