"""Guesses sent at the same moment to the running site, on SQLite."""

import re
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor


def guess(site, cookie, token):
    data = {"csrfmiddlewaretoken": token, "username": "nobody at all", "password": "a guess"}
    request = urllib.request.Request(
        f"{site.url}/admin/login/", urllib.parse.urlencode(data).encode(), {"Cookie": cookie}
    )
    try:
        return urllib.request.urlopen(request, timeout=60).status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_guesses_at_the_same_moment_are_heard_no_more_often(site):
    with urllib.request.urlopen(f"{site.url}/admin/login/", timeout=60) as answer:
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())[1]
    with ThreadPoolExecutor(20) as pool:
        said = Counter(pool.map(lambda _number: guess(site, cookie, token), range(30)))
    # The fifth is heard, too, and says at once that the next has to wait.
    assert said == {200: 4, 429: 26}
