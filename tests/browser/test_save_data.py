"""A reader who saves data gets the same text and numbers, without font and photographs."""

import pytest

from tests.portal.translated_addresses import ADDRESSES

PHOTOGRAPHS = (".avif", ".webp", ".jpg", ".jpeg", ".png")


PAIRS = [
    pytest.param(pair, id=pair[0], marks=[pytest.mark.audit] if place % 3 else [])
    for place, pair in enumerate(ADDRESSES.items())
]


@pytest.fixture
def saver(browser, site):
    """A page of a browser that sends Save-Data, with what it asked for in `asked`."""
    context = browser.new_context(base_url=site.url, extra_http_headers={"Save-Data": "on"})
    page = context.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request))
    yield page
    context.close()


@pytest.mark.parametrize("pair", PAIRS)
def test_who_saves_data_reads_the_same_without_font_and_photographs(pair, page, saver):
    for address in pair:
        page.goto(address)
        assert "Save-Data" in saver.goto(address).headers["vary"]
        assert saver.inner_text("main") == page.inner_text("main")
    assert not [request.url for request in saver.asked if request.resource_type == "font"]
    assert not [request.url for request in saver.asked if request.url.endswith(PHOTOGRAPHS)]
    assert saver.locator("link[rel=preload]").count() == 0
