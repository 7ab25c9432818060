"""
What a first visit costs: bytes over the wire, requests, and text that jumps while loading.

The limits are those of a slow phone; the page itself fits the first flight of packets.
"""

import re
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest
from playwright.sync_api import Response

from tests.portal.translated_addresses import ADDRESSES

PAGES = [address for pair in ADDRESSES.items() for address in pair]
KB = 1024
LIMITS = {"document": 14 * KB, "stylesheet": 10 * KB, "script": 8 * KB, "font": 25 * KB}
FIRST_VIEW, REQUESTS = 100 * KB, 8
# The page is painted well before the font is there: if text jumps, it jumps now.
SLOW_LINE = {
    "offline": False,
    "latency": 40,  # ms
    "downloadThroughput": 200 * KB,  # per second
    "uploadThroughput": 200 * KB,
}
LINK = re.compile(r'href="([^"]+)"')
# The sum of all layout shifts so far, once the fonts are there and two frames are drawn.
SHIFTS = """async () => {
    await document.fonts.ready;
    const frame = () => new Promise(requestAnimationFrame);
    await frame(); await frame();
    return await new Promise(done => {
        const add = list => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
        const observer = new PerformanceObserver(add);
        observer.observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(0), 100);
    });
}"""


@dataclass
class Visit:
    """The first view of a page by somebody who was never here."""

    sizes: Counter = field(default_factory=Counter)  # bytes of bodies as sent, by kind
    addresses: list[str] = field(default_factory=list)
    shift: float = 0.0

    def excesses(self, home: str) -> list[str]:
        """What breaks a limit, in words."""
        sizes, total = self.sizes, self.sizes.total()
        too_heavy = [f"{kind} {sizes[kind]}" for kind in LIMITS if sizes[kind] > LIMITS[kind]]
        if total > FIRST_VIEW:
            too_heavy.append(f"first view {total}")
        if len(self.addresses) > REQUESTS:
            too_heavy.append(f"{len(self.addresses)} requests")
        if self.shift >= 0.001:
            too_heavy.append(f"layout shift {self.shift:.4f}")
        return too_heavy + [address for address in self.addresses if not address.startswith(home)]


def visit(browser, site, address, width) -> Visit:
    """Open an address with an empty cache on a screen `width` px wide."""
    context = browser.new_context(base_url=site.url, viewport={"width": width, "height": 800})
    answers: list[Response] = []
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
    page.goto(address)
    found = Visit(shift=page.evaluate(SHIFTS), addresses=[answer.url for answer in answers])
    for answer in answers:
        found.sizes[answer.request.resource_type] += answer.request.sizes()["responseBodySize"]
    context.close()
    return found


# By turns in English on a wide screen and in French on a phone.
@pytest.mark.parametrize(("pages", "width"), [(PAGES[::4], 1280), (PAGES[3::4], 390)])
def test_a_first_visit_is_light_and_still(pages, width, browser, site):
    visits = {address: visit(browser, site, address, width) for address in pages}
    assert not {a: found for a, v in visits.items() if (found := v.excesses(site.url))}


def public_addresses(site, start) -> list[str]:
    """Every page a visitor finds from a home page, in its language."""
    found: dict[str, bool] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        with urllib.request.urlopen(site.url + address) as answer:
            found[address] = answer.headers.get_content_type() == "text/html"
            links = LINK.findall(answer.read().decode()) if found[address] else []
        targets = (urldefrag(urljoin(address, unescape(link))).url for link in links)
        waiting += [target for target in targets if target.startswith(start)]
    return sorted(address for address, is_page in found.items() if is_page)


@pytest.mark.audit
@pytest.mark.parametrize(("start", "width"), [("/en/", 1280), ("/fr/", 390)])
def test_a_first_visit_to_any_page_is_light_and_still(start, width, browser, site):
    visits = {a: visit(browser, site, a, width) for a in public_addresses(site, start)}
    assert not {a: found for a, v in visits.items() if (found := v.excesses(site.url))}
