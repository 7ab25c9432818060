"""Records that texts can name: a statistic, and made-up ones that need no database."""

import pytest

from alima_site.editorial.token_kinds import KINDS
from tests.editorial.tokens.made_kind import MadeKind
from tests.factories import make_statistic


@pytest.fixture
def statistic():
    return make_statistic(slug="made-here", value=47269, qualifier="about")


@pytest.fixture
def made(monkeypatch):
    """The tokens [[made:a]] and [[made:b]]."""
    kind = MadeKind(a="one", b="<two>")
    monkeypatch.setitem(KINDS, "made", kind)
    return kind
