"""The last good copy of a page, with a notice that says of when it is."""

import datetime
import gzip
from functools import lru_cache

import brotli
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from alima_site.delivery.answers import Answer


@lru_cache(maxsize=256)
def _noticed(packed: bytes, made_at: float) -> tuple[bytes, bytes]:
    page = gzip.decompress(packed)
    start = page.find(b'<html lang="') + len(b'<html lang="')
    language = page[start : start + 2].decode()
    moment = datetime.datetime.fromtimestamp(made_at, timezone.get_default_timezone())
    with override(language if language in ("fr", "en") else "fr"):
        words = gettext("Saved copy of %(moment)s. The newest state cannot be shown right now.")
        text = words % {"moment": date_format(moment, "DATETIME_FORMAT")}
        notice = render_to_string("components/notice.html", {"kind": "saved", "text": text})
    # The first thing in the page's own part, where screen readers begin.
    main = page.find(b">", page.find(b"<main")) + 1
    page = page[:main] + notice.encode() + page[main:]
    return gzip.compress(page, 6, mtime=0), brotli.compress(page, quality=4)


def with_notice(answer: Answer) -> Answer:
    """The copy as it is sent while the site cannot make a new one: no cache keeps it long."""
    headers = [(n, v) for n, v in answer.headers if n not in ("Cache-Control", "X-Accel-Expires")]
    headers += [("Cache-Control", "public, max-age=5"), ("X-Accel-Expires", "1")]
    if not answer.is_page:
        return answer._replace(headers=headers)
    packed, smaller = _noticed(answer.packed["gzip"], answer.made_at)
    etag = f'W/"{answer.etag[3:-1]}-saved"'
    return answer._replace(etag=etag, headers=headers, packed={"gzip": packed, "br": smaller})
