"""Every component at once, in both schemes, on a phone and on a wide screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_public_pages import RULES


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        (1280, "dark"),
        pytest.param(390, "dark", marks=pytest.mark.audit),
        pytest.param(1280, "light", marks=pytest.mark.audit),
    ],
)
def test_no_component_is_a_barrier(width, scheme, newsroom):
    newsroom.set_viewport_size({"width": width, "height": 900})
    newsroom.emulate_media(color_scheme=scheme)
    newsroom.goto("/admin/styleguide/")
    found = Axe().run(newsroom, options={"runOnly": {"type": "tag", "values": RULES}})
    assert found.violations_count == 0, found.generate_report()
    assert newsroom.evaluate("document.documentElement.scrollWidth") <= width
    assert newsroom.problems == []
