"""Stand-ins for records, without a database."""

from types import SimpleNamespace


def record(**facts):
    common = {"get_absolute_url": lambda: "/page/", "public_sources": ["main", "further"]}
    return SimpleNamespace(**common | facts)


def place(code):
    return SimpleNamespace(code=code)
