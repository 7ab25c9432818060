"""Tests that open the running site in Chromium."""

import shutil


def chromium() -> str | None:
    """The path of the machine's own Chromium, if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)
