"""One stylesheet out of many: what a sheet imports is put into it, without its comments."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

# White space and comments; atomic, so that a comment never reaches into the next one.
GAP = r"(?>\s|/\*.*?\*/)"
TOKEN = re.compile(
    rf"""
    (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |url\(\s*(?P<quote>["']?)(?P<url>.*?)(?P=quote)\s*\)
    |{GAP}*+;?{GAP}*+(?P<end>}}){GAP}*+
    |{GAP}*+(?P<mark>[{{;,]){GAP}*+
    |:{GAP}++(?P<value>)
    |{GAP}++(?P<gap>)
    """,
    re.VERBOSE | re.DOTALL,
)
# As minify() leaves them.
IMPORT = re.compile(r'@import url\("(?P<url>[^"]+)"\) layer\((?P<layer>[\w.-]+)\);')
ABSOLUTE = re.compile(r"/|#|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def bundle(name: str, read: Callable[[str], str]) -> str:
    """
    The text of the sheet `name` with every `@import url(…) layer(…)` in its place.

    `read` gives the text of a sheet by its name. ValueError where an import would remain:
    one of another form, or one inside an imported sheet.
    """

    def put_in(found: re.Match[str]) -> str:
        imported = read(join(dirname(name), found["url"]))
        return f"@layer {found['layer']}{{{minify(imported, dirname(found['url']))}}}"

    text = IMPORT.sub(put_in, minify(read(name)))
    if "@import" in text:
        raise ValueError(f"{name}: an import has another form than @import url(…) layer(…);")
    return text


def minify(text: str, folder: str = "") -> str:
    """The sheet without comments and needless space; its addresses as seen from above `folder`."""

    def shorten(found: re.Match[str]) -> str:
        if (url := found["url"]) is not None:
            return f'url("{url if ABSOLUTE.match(url) else normpath(join(folder, url))}")'
        short = {"value": ":", "gap": " "}
        return short.get(found.lastgroup or "") or found["string"] or found["end"] or found["mark"]

    return TOKEN.sub(shorten, text).strip()
