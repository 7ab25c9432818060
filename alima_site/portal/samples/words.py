"""The words and numbers all samples are made of."""

from typing import Any, NamedTuple

from django.utils.translation import gettext as _

# Every link of a sample leads to the top of the samples.
HERE = "#samples"
FIRST_YEAR = 2001

Context = dict[str, Any]


class Sample(NamedTuple):
    """A component by its file name without ending, and the contexts it is shown with."""

    name: str
    contexts: list[Context]


def here() -> str:
    return HERE


def title(n: int) -> str:
    return _("Sample %(number)s") % {"number": n}


def sentence() -> str:
    return _("This sentence is a sample, long enough to run over the end of a line and on below.")


def year(n: int = 0) -> str:
    return str(FIRST_YEAR + n)


def in_both(name: str, words: str) -> dict[str, str]:
    return {name: words, f"{name}_fr": words, f"{name}_en": words}
