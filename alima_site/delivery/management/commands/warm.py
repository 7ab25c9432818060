"""
Renders every page once, so that no reader waits for one: after a deploy, and after a restore.

It follows every link from the two home pages, then what only the sitemap names, and leaves
what it rendered in the shared store, where the site's processes find it.
"""

import re
from collections import deque
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from alima_site.delivery.page_store import Key, PageStore
from alima_site.wsgi import django

BEGINNINGS = ("/fr/", "/en/", "/data/", "/sitemap.xml")
LINK = re.compile(rb'(?:href="|<loc>https?://[^/]+)(/(?:fr|en)/[^"?#<]*)')


class Command(BaseCommand):
    help = "Render every public page into the page store."

    def add_arguments(self, parser: CommandParser) -> None:
        scheme = "http" if settings.LOCAL_HTTP else "https"
        parser.add_argument(
            "address",
            nargs="?",
            default=f"{scheme}://{settings.ALLOWED_HOSTS[0]}",
            help="how readers address the site (%(default)s when not said)",
        )

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        site = urlsplit(address)
        if site.scheme not in ("http", "https") or not site.netloc:
            raise CommandError(f"{address} is not an address such as https://www.example.org.")
        store = PageStore(django)
        found: dict[str, str] = {}
        # The nearest first: home, then where it leads (the model, the countries), then the rest.
        waiting = deque(BEGINNINGS)
        while waiting:
            path = waiting.popleft()
            if path in found:
                continue
            key = Key(site.scheme, site.netloc, unquote(path), "", saves_data=False)
            found[path], body = store.visit(key)
            waiting += [urljoin(path, link.decode()) for link in LINK.findall(body)]
        failed = {path: status for path, status in found.items() if not status.startswith("200")}
        for path, status in failed.items():
            self.stderr.write(f"{path}: {status}")
        self.stdout.write(f"{len(found) - len(failed)} pages are ready, {len(failed)} failed.")
