"""One load of all files: what it tells the others at its end."""

import pytest
from django.dispatch import Signal

from alima_site.editorial import content_load, loading
from alima_site.editorial.content_load import Run
from alima_site.editorial.loaders import TopicLoader

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics(folder, monkeypatch):
    """The one file of a load, with the rows a test gives it."""
    for module in (content_load, loading):
        monkeypatch.setattr(module, "LOADERS", [TopicLoader])
    monkeypatch.setattr(content_load, "content_loaded", Signal())

    def write(*rows):
        (folder / "topics.csv").write_text("\n".join(["id,name_en,name_fr,also_en", *rows]))

    return write


def test_its_end_tells_whether_any_record_was_written(topics):
    told = []

    def hear(sender, changed, **_):
        told.append((changed, content_load.loading.get()))

    content_load.content_loaded.connect(hear)
    for row in ("made,Water,Eau,", "made,Water,Eau,", "made,Clean water,Eau,"):
        topics(row)
        Run().load()
    assert told == [(True, False), (False, False), (True, False)]
