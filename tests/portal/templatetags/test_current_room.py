"""Which link of the header says “you are here”."""

import pytest
from django.utils.translation import override

from alima_site.delivery.reversing import reverse
from alima_site.portal.templatetags.navigation import ROOMS, current


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/partners/", "page"),
        ("/en/partners/befen/", "true"),
        ("/en/", ""),
        ("/en/programmes/", ""),
        ("/fr/partners/", ""),
        ("", ""),
    ],
)
def test_a_link_says_whether_it_leads_to_this_page_or_to_its_room(path, said):
    assert current(path, "/en/partners/") == said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_is_in_two_rooms(language):
    with override(language):
        urls = [reverse(name) for _label, name in ROOMS]
    for here in urls:
        assert [current(here, url) for url in urls if current(here, url)] == ["page"]
