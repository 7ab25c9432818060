"""Somebody who edits in the newsroom of a running site, through its real forms."""

import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

from lxml import html

from tests.always_up.servers import manage

NAME, PASSWORD = "editor", "a long password of nobody"
# Makes the account and the records that tests edit, and says their numbers.
PREPARE = f"""
from django.contrib.auth.models import User
from alima_site.editorial.models import Topic
User.objects.create_superuser({NAME!r}, "editor@example.org", {PASSWORD!r})
for n in range(8):
    made = Topic(slug=f"made-{{n}}", name_fr="Un thème", name_en="A topic", state="published")
    made.save()
    print(made.pk)
"""
Fields = list[tuple[str, str]]


def prepare(settings: dict[str, str]) -> list[str]:
    """The addresses in the newsroom of eight topics of the site, which now has an editor."""
    numbers = manage(settings, "shell", "--no-imports", "-c", PREPARE).split()
    return [f"/admin/editorial/topic/{number}/change/" for number in numbers]


class StaysHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


class Editor:
    """Signs in, or goes on with the session of another one, on this host or the next."""

    def __init__(self, url: str, other: "Editor | None" = None) -> None:
        self.url = url
        self.cookies = other.cookies if other else CookieJar()
        keeping = urllib.request.HTTPCookieProcessor(self.cookies)
        self.browser = urllib.request.build_opener(keeping, StaysHere)
        if other:
            return
        fields = self.form("/admin/login/", "login-form")
        self.send("/admin/login/", fields, username=NAME, password=PASSWORD)

    def form(self, path: str, name: str) -> Fields:
        """The fields of a form as a browser would send them."""
        with self.browser.open(self.url + path, timeout=60) as answer:
            page = html.fromstring(answer.read())
        (form,) = page.xpath(f"//form[@id='{name}']")
        return form.form_values()

    def edit(self, path: str, **values: str) -> tuple[int, str]:
        """What the newsroom says to the record with these values: 302 when it is saved."""
        return self.send(path, self.form(path, path.split("/")[3] + "_form"), **values)

    def send(self, path: str, fields: Fields, **values: str) -> tuple[int, str]:
        kept = [(name, value) for name, value in fields if name not in values]
        body = urllib.parse.urlencode(kept + list(values.items())).encode()
        request = urllib.request.Request(self.url + path, body, {"Referer": self.url + path})
        try:
            with self.browser.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
