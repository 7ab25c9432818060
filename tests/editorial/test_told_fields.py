"""Which fields of a version a history tells."""

from alima_site.editorial.comparison import told_fields
from alima_site.editorial.models import Source
from programs.models import Presence


def test_a_version_tells_what_editors_enter_and_nothing_else():
    told = told_fields(Presence)
    assert {"programme", "start", "end", "note_fr", "note_en", "source"} <= told.keys()
    assert not {"id", "slug"} & told.keys()
    assert "updated_at" not in told_fields(Source)
