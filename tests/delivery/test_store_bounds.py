"""Whatever readers ask for, memory and store stay within their bounds."""

import random
import tracemalloc
from pathlib import Path

import pytest
from django.core.cache import caches

pytestmark = pytest.mark.django_db


def test_unknown_parameters_are_no_pages_of_their_own(reader):
    for n in range(50):
        reader.get("/en/model/", f"utm_source={n}&page={n}")
        reader.get("/en/research/studies/", f"x{n}={n}&disease=ebola")
    assert sum(reader.rendered.values()) == 2


@pytest.mark.parametrize("requests", [2_000, pytest.param(100_000, marks=pytest.mark.audit)])
def test_random_parameters_leave_memory_and_store_as_they_are(reader, requests, monkeypatch):
    choose = random.Random(1)
    addresses = ["/en/partners/", "/en/research/studies/", "/fr/", "/en/figures/explore/"]

    def ask(times):
        for n in range(times):
            word = f"{choose.getrandbits(64):x}"
            reader.get(addresses[n % len(addresses)], f"{word}={word}&utm_{n}={word}")

    ask(len(addresses))
    # Nothing changes meanwhile, so the database need not be asked thousands of times.
    state = reader.store.watch.state
    monkeypatch.setattr(reader.store.watch, "look", lambda: state)
    ask(1_000)
    files = len(list(Path(caches["pages"]._dir).iterdir()))
    tracemalloc.start()
    ask(requests)
    grown, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(list(Path(caches["pages"]._dir).iterdir())) == files
    assert not Path(caches["choices"]._dir).exists()
    assert sum(reader.rendered.values()) == len(addresses)
    assert grown < 500_000


def test_many_addresses_stay_within_the_bounds_of_memory(reader):
    reader.store.memory["choices"].limit = 50_000
    for n in range(8):
        reader.get("/en/research/studies/", f"disease=nothing-{n}")
    assert 0 < reader.store.memory["choices"].size <= 50_000
